/* shipped.S - the data files, byte for byte, as read-only data. The assembler
 * takes them in at once, where a compiler would need minutes and gigabytes. */
#define EMBED(name, file)                                                      \
    .balign 64;                                                                \
    .globl dm_shipped_##name##_begin;                                          \
    .hidden dm_shipped_##name##_begin;                                         \
    dm_shipped_##name##_begin: .incbin file;                                   \
    .globl dm_shipped_##name##_end;                                            \
    .hidden dm_shipped_##name##_end;                                           \
    dm_shipped_##name##_end: .byte 0

    .section .rodata
EMBED(actors, "actors.tsv")
EMBED(tone, "tone.model")
EMBED(side, "side.model")
EMBED(target, "target.model")
EMBED(words, "words.vec")
EMBED(extract, "extract.model")
    .section .note.GNU-stack, "", %progbits
