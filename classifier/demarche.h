/* demarche.h - who said what, in which tone, for which side.
 *
 * The whole public interface, and its manual. Everything that the command
 * line does is here:
 *
 *     file ─► reader ─► record ─► statements ─► judged ─► tally ─► report
 *                          │         (extract)   (judge)
 *                          └───► dataset ─► model ─► evaluation
 *
 * Conventions that hold for every function below
 *
 *   Text      UTF-8, given as pointer and length in bytes; it need not end in
 *             NUL. Invalid bytes are read as U+FFFD, and counted, never
 *             refused. Offsets are bytes or code points as each place says,
 *             ranges are [begin, end).
 *   Results   A function that can fail returns a demarche_status and writes
 *             its result through `out`, its first argument. On failure `*out`
 *             is NULL and nothing needs freeing.
 *   Errors    The last argument, `err`, may be NULL. It is written only on
 *             failure.
 *   Ownership What `out` delivers belongs to the caller, who passes it to the
 *             matching _free (a `char *` to demarche_string_free). A const
 *             pointer returned directly, or inside a struct, is borrowed and
 *             lives as long as the object it came from. _free(NULL) is fine.
 *   Threads   A demarche_model and a demarche_analyser are read-only once
 *             made and may be shared. Any other object belongs to one thread
 *             at a time. The library never prints, never exits, and touches
 *             neither locale nor rand() nor signals.
 *   Same in, same out: results do not depend on locale, thread or clock.
 */
#ifndef DEMARCHE_H
#define DEMARCHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "demarche_export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** ## Failure */

typedef enum demarche_status {
    DEMARCHE_OK = 0,
    DEMARCHE_NO_MEMORY,       // an allocation failed
    DEMARCHE_BAD_ARGUMENT,    // an option lies outside its documented range
    DEMARCHE_BAD_INPUT,       // a record, a row or a register line is malformed
    DEMARCHE_BAD_MODEL,       // a model is cut off, altered or of another kind
    DEMARCHE_IO,              // the system could not read or write
    DEMARCHE_NOT_ENOUGH_DATA, // too few rows, or one class alone, to learn from
} demarche_status;

/** Why a call failed. Fixed size: it never allocates and needs no freeing. */
typedef struct demarche_error {
    demarche_status status;
    size_t offset;     // bytes (or line number) into the input, where known
    char message[240]; // one line, lower case, no final period
} demarche_error;

/** The library's version, such as "0.1.0". */
DEMARCHE_EXPORT const char *demarche_version(void);

/** Release a string that an `out` argument delivered. */
DEMARCHE_EXPORT void demarche_string_free(char *string);

/** ## Records: what files hold
 *
 * A record is one JSON object: a document, a statement or a labelled row. A
 * reader delivers them one at a time, whatever the file's form: NDJSON, CSV or
 * TSV with a header row, or plain text (one record a file, which may open with
 * header lines such as `date 2023-06-20` or `title: …`); `.gz` and `.zst` are
 * read as what they hold.
 */
typedef struct demarche_reader demarche_reader;
typedef struct demarche_record demarche_record;

typedef enum demarche_form {
    DEMARCHE_FORM_AUTO = 0, // by file name, else by the first bytes
    DEMARCHE_FORM_TEXT,
    DEMARCHE_FORM_NDJSON,
    DEMARCHE_FORM_CSV,
    DEMARCHE_FORM_TSV,
} demarche_form;

/** Open `path` for reading; NULL or "-" is standard input.
 *
 * @return DEMARCHE_OK, DEMARCHE_IO (missing, a directory, unreadable) or
 *         DEMARCHE_NO_MEMORY */
DEMARCHE_EXPORT demarche_status demarche_reader_open(demarche_reader **out,
                                                     const char *path,
                                                     demarche_form form,
                                                     demarche_error *err);

/** Read from memory, which must outlive the reader; `name` is for messages. */
DEMARCHE_EXPORT demarche_status demarche_reader_from_memory(
    demarche_reader **out, const char *name, const char *bytes, size_t len,
    demarche_form form, demarche_error *err);

/** The next record, or NULL in `*out` at the end of the file.
 *
 * DEMARCHE_BAD_INPUT tells of one bad record: `err->message` names file and
 * line, and the next call goes on after it. Other failures end the reading. */
DEMARCHE_EXPORT demarche_status demarche_reader_next(demarche_record **out,
                                                     demarche_reader *reader,
                                                     demarche_error *err);

/** Where the last record began: "file:line". Borrowed until the next call. */
DEMARCHE_EXPORT const char *
demarche_reader_place(const demarche_reader *reader);

/** Invalid byte sequences of the last record that were read as U+FFFD. */
DEMARCHE_EXPORT size_t demarche_reader_replaced(const demarche_reader *reader);

/** Bytes read so far of the file, and its size (0 when unknown). */
DEMARCHE_EXPORT void demarche_reader_progress(const demarche_reader *reader,
                                              uint64_t *done, uint64_t *total);

DEMARCHE_EXPORT void demarche_reader_free(demarche_reader *reader);

/** A record from one JSON object in memory. */
DEMARCHE_EXPORT demarche_status demarche_record_parse(demarche_record **out,
                                                      const char *json,
                                                      size_t len,
                                                      demarche_error *err);

/** The string in field `name`, or NULL when it is absent, null or no string.
 * `len` (may be NULL) receives its length in bytes. */
DEMARCHE_EXPORT const char *demarche_record_get(const demarche_record *record,
                                                const char *name, size_t *len);

/** The record as one line of JSON without the line's end; field order kept. */
DEMARCHE_EXPORT demarche_status demarche_record_format(
    char **out, const demarche_record *record, demarche_error *err);

/** The header of demarche_record_csv's rows, with its line's end. */
DEMARCHE_EXPORT demarche_status demarche_csv_header(char **out,
                                                    demarche_error *err);

/** A statement record as one row of CSV (RFC 4180) with its line's end. The
 * columns are always those of the header; a cell that would be a formula in a
 * spreadsheet gets an apostrophe in front. */
DEMARCHE_EXPORT demarche_status demarche_record_csv(
    char **out, const demarche_record *record, demarche_error *err);

DEMARCHE_EXPORT void demarche_record_free(demarche_record *record);

/** ## Analysers: register and models, ready for use */

typedef struct demarche_analyser demarche_analyser;
typedef struct demarche_model demarche_model;
typedef struct demarche_extractor demarche_extractor;

/** What an analyser is made of. Zero (or demarche_options_init) is default:
 * the register and the models that are embedded in the library. */
typedef struct demarche_options {
    const char *actors_path; // register file to add, or NULL
    bool actors_replace;     // true: `actors_path` instead of the shipped one
    const demarche_model *tone;   // borrowed, must outlive it; NULL = shipped
    const demarche_model *side;   // likewise
    const demarche_model *target; // likewise
    const demarche_extractor *extractor; // learned decisions of the extractor:
                                         // likewise
    bool rules_alone; // true: extract by rules, without learned decisions
    double abstain;   // accuracy wanted of what is not sent to review, to 1; 0:
                      // as each model was trained
    bool no_models; // true: register alone, to extract, train or explain; what
                    // judges then fails with DEMARCHE_BAD_MODEL
    bool parc; // true: cut statements as the corpora PARC and PolNeAR do, to be
               // held against them: "that" stays in a content, and ", adding
               // that …" is a statement of its own. The models are made
               // without it
} demarche_options;

DEMARCHE_EXPORT void demarche_options_init(demarche_options *options);

/** Make an analyser. A bad register line is DEMARCHE_BAD_INPUT, and its number
 * stands in the message. */
DEMARCHE_EXPORT demarche_status
demarche_analyser_new(demarche_analyser **out, const demarche_options *options,
                      demarche_error *err);

/** The model by which the analyser judges "tone", "side" or "target"; NULL
 * where it has none. */
DEMARCHE_EXPORT const demarche_model *
demarche_analyser_model(const demarche_analyser *analyser, const char *task);

DEMARCHE_EXPORT void demarche_analyser_free(demarche_analyser *analyser);

/** Forms of what leaves the library. */
typedef enum demarche_format {
    DEMARCHE_FORMAT_TEXT = 0,
    DEMARCHE_FORMAT_JSON,
    DEMARCHE_FORMAT_NDJSON,
    DEMARCHE_FORMAT_CSV,
} demarche_format;

/** ## Statements: who said what */

typedef enum demarche_kind {
    DEMARCHE_QUOTED,     // the words stand in quotation marks
    DEMARCHE_REPORTED,   // indirect speech or a speech act's content
    DEMARCHE_MIXED,      // both
    DEMARCHE_UNMARKED,   // goes on with a speaker's words, no attribution
    DEMARCHE_TRANSCRIPT, // a turn of a transcript
    DEMARCHE_QUESTION    // what the press, a host or the staff says there: kept
                         // for its answers, never judged, never counted
} demarche_kind;

/** What kind of actor speaks. */
typedef enum demarche_actor_kind {
    DEMARCHE_ACTOR_UNKNOWN = 0, // nobody was found
    DEMARCHE_ACTOR_PERSON,
    DEMARCHE_ACTOR_INSTITUTION,
    DEMARCHE_ACTOR_COUNTRY,
    DEMARCHE_ACTOR_UNNAMED // a description stands for the name: "analysts"
} demarche_actor_kind;

/** A half-open range of the document's text as given. The unit is Unicode
 * code points where a field says so, bytes otherwise. */
typedef struct demarche_range {
    size_t begin, end;
} demarche_range;

enum { DEMARCHE_LABELS_MAX = 16, DEMARCHE_RULES_MAX = 8 };

/** A model's verdict on one statement. Of a judged statement the
 * probabilities are rounded to four decimals that still sum to 1, so that
 * what is computed is what is shown. */
typedef struct demarche_verdict {
    const char *label; // the most probable one; NULL: not judged, or of a
                       // target that was, nobody
    size_t count;      // labels of the model; 0: not judged
    const char *labels[DEMARCHE_LABELS_MAX]; // [count], in the model's order
    double p[DEMARCHE_LABELS_MAX];           // [count], sums to 1
    bool review;                             // the model abstains
} demarche_verdict;

/** One statement. Every pointer is borrowed from the list that holds it, or
 * from its analyser and models: free the list first. Absent strings are NULL,
 * and an absent range is empty ([0, 0)). */
typedef struct demarche_statement {
    demarche_kind kind;
    size_t n;                    // its number in the document, from 1
    size_t answers;              // `n` of the question it answers; 0: none
    const char *text;            // the spans' words, joined by one space
    size_t text_len;             // bytes
    const demarche_range *spans; // [span_count], code points
    size_t span_count;
    const char *cue;             // "told"
    demarche_range cue_span;     // code points
    const char *speaker;         // the words that name the speaker: "he"
    demarche_range speaker_span; // code points
    const char *actor;           // who that is: "Antony Blinken"
    const char *actor_id;        // its id in the register, or NULL
    demarche_actor_kind actor_kind;
    const char *description; // title and apposition beside the actor's name in
                             // the document: "a professor at …"; or NULL
    const char *known; // side by the register or by a description ("a Chinese
                       // official"): evidence that the side model weighs
    const char *rules[DEMARCHE_RULES_MAX]; // [rule_count], such as "R3"
    size_t rule_count;
    bool nonfactual; // not said, or only supposed: "did not say whether …",
                     // "could argue that …"; tallies leave it out
    demarche_verdict tone, side; // filled by demarche_judge
    double score;                // p(conciliatory) - p(critical), in [-1, 1];
                                 // NAN where the model has other labels
    demarche_verdict target; // the side spoken about: us, china, both, other
} demarche_statement;

typedef struct demarche_statements demarche_statements;

/** A document as the extractor reads it. Only `text` is needed. */
typedef struct demarche_document {
    const char *id, *date, *outlet, *title; // NUL-terminated or NULL
    const char *text;
    size_t len; // bytes
} demarche_document;

/** The document that a record holds, borrowed from the record.
 * DEMARCHE_BAD_INPUT when `text` is missing, or a field has a wrong type. */
DEMARCHE_EXPORT demarche_status demarche_record_document(
    demarche_document *out, const demarche_record *record, demarche_error *err);

/** Find the statements of a document, their speakers and actors. The document
 * may be freed as soon as the call returns. */
DEMARCHE_EXPORT demarche_status
demarche_extract(demarche_statements **out, const demarche_analyser *analyser,
                 const demarche_document *document, demarche_error *err);

/** Judge tone, side and target of every statement in the list but questions.
 * DEMARCHE_BAD_MODEL when the library was built without models and the
 * analyser was given none. */
DEMARCHE_EXPORT demarche_status
demarche_judge(const demarche_analyser *analyser, demarche_statements *list,
               demarche_error *err);

DEMARCHE_EXPORT size_t
demarche_statements_count(const demarche_statements *list);
DEMARCHE_EXPORT const demarche_statement *
demarche_statements_at(const demarche_statements *list, size_t i);

/** Invalid byte sequences of the text that were read as U+FFFD. */
DEMARCHE_EXPORT size_t
demarche_statements_replaced(const demarche_statements *list);

/** Statement `i` as one line of JSON (DESIGN record), without the line's end.
 * With `byte_offsets`, ranges count bytes of the text as given. */
DEMARCHE_EXPORT demarche_status
demarche_statements_format(char **out, const demarche_statements *list,
                           size_t i, bool byte_offsets, demarche_error *err);

typedef struct demarche_why_options {
    demarche_format format; // text for people (default); JSON and NDJSON are
                            // the statement's record with a member `why`
    unsigned width;         // columns of text, 40 to 500 (80)
    bool colour;            // ANSI looks in text (false)
    bool byte_offsets;      // as for demarche_statements_format
} demarche_why_options;

DEMARCHE_EXPORT void demarche_why_options_init(demarche_why_options *options);

/** How statement `i` was found, in plain words: by which rules its content,
 * its speaker and its actor, and what tells the side. Text has several lines
 * and ends in a line's end, a record has neither.
 *
 * @param options  NULL for defaults
 * @return DEMARCHE_OK, DEMARCHE_NO_MEMORY or DEMARCHE_BAD_ARGUMENT */
DEMARCHE_EXPORT demarche_status demarche_statements_why(
    char **out, const demarche_statements *list, size_t i,
    const demarche_why_options *options, demarche_error *err);

DEMARCHE_EXPORT void demarche_statements_free(demarche_statements *list);

/** Judge one statement record in place: any record with `text`, whose
 * `speaker`, `cue`, `actor`, `actor_id`, `known` and `date` are used where
 * present. tone, tone_p, side, side_p, score, review and side_review are set,
 * and target and target_p where target is absent or null; every other field is
 * kept, and a model that was trained with a field more reads it here. On
 * DEMARCHE_BAD_INPUT (no `text`, a wrong type) the record is unchanged, and so
 * it is where its `kind` is "question". */
DEMARCHE_EXPORT demarche_status
demarche_record_judge(demarche_record *record,
                      const demarche_analyser *analyser, demarche_error *err);

/** ## Reports: sums per actor */

typedef struct demarche_tally demarche_tally;

typedef struct demarche_report_options {
    demarche_format format;
    unsigned width;     // columns of the text report, 40 to 500 (80)
    bool colour;        // ANSI colours in the text report (false)
    unsigned top;       // actors of each side in the text report, 0 = all (8)
    unsigned examples;  // telling sentences an actor, 0 to 20 (2)
    unsigned resamples; // bootstrap draws for the intervals, to 1000000 (1000)
    uint64_t seed;      // of the bootstrap (1)
} demarche_report_options;

DEMARCHE_EXPORT void
demarche_report_options_init(demarche_report_options *options);

DEMARCHE_EXPORT demarche_status demarche_tally_new(demarche_tally **out,
                                                   demarche_error *err);

/** Count the judged statements of one document; of questions, and of what
 * was not said, only that there are some. Nothing is borrowed: the list
 * may be freed. DEMARCHE_BAD_ARGUMENT when it is not judged,
 * DEMARCHE_BAD_INPUT when its tones are none of the three. */
DEMARCHE_EXPORT demarche_status
demarche_tally_add(demarche_tally *tally, const demarche_statements *list,
                   demarche_error *err);

/** Count one judged statement record, as `score` writes it. Without `score`
 * its tone counts as 1, 0 or -1, so that labels set by hand count, too.
 * DEMARCHE_BAD_INPUT when `text` or `tone` is missing or a field is wrong. */
DEMARCHE_EXPORT demarche_status demarche_tally_add_record(
    demarche_tally *tally, const demarche_record *record, demarche_error *err);

/** The per-actor report. The same words of the same actor count once. Means
 * carry a 95 % interval from a bootstrap that draws whole documents (Efron and
 * Tibshirani 1993), seeded. The order of adding changes no byte of it.
 *
 * @param options  NULL for defaults
 * @return DEMARCHE_OK, DEMARCHE_NO_MEMORY or DEMARCHE_BAD_ARGUMENT */
DEMARCHE_EXPORT demarche_status demarche_report_format(
    char **out, const demarche_tally *tally,
    const demarche_report_options *options, demarche_error *err);

DEMARCHE_EXPORT void demarche_tally_free(demarche_tally *tally);

/** ## Models: trained on statements that someone labelled */

/** Load a model file, checked to the last byte before use. */
DEMARCHE_EXPORT demarche_status demarche_model_load(demarche_model **out,
                                                    const char *path,
                                                    demarche_error *err);

/** A model from memory, which is copied. */
DEMARCHE_EXPORT demarche_status demarche_model_parse(demarche_model **out,
                                                     const void *bytes,
                                                     size_t len,
                                                     demarche_error *err);

/** A shipped model, "tone", "side" or "target"; DEMARCHE_BAD_ARGUMENT for
 * others. */
DEMARCHE_EXPORT demarche_status demarche_model_shipped(demarche_model **out,
                                                       const char *task,
                                                       demarche_error *err);

/** Write a model file, whole or not at all: the old file stays on failure. */
DEMARCHE_EXPORT demarche_status demarche_model_save(const demarche_model *model,
                                                    const char *path,
                                                    demarche_error *err);

/** The field that the model fills, such as "tone". */
DEMARCHE_EXPORT const char *demarche_model_task(const demarche_model *model);

/** What records and labelled rows may hold besides text and label; each may be
 * NULL. */
typedef struct demarche_fields {
    const char *null_label; // the label of rows whose label is null: they count
    const char *given; // field of another label that is known beforehand, such
                       // as "side"
    const char *mark;  // field with a range of the text, [begin, end) in code
                       // points, that the label is about
} demarche_fields;

/** What the model was trained with, borrowed from it: rows that it is evaluated
 * on are to be read alike. */
DEMARCHE_EXPORT void demarche_model_fields(demarche_fields *out,
                                           const demarche_model *model);

/** What is kept when only the surest rows are. */
typedef struct demarche_coverage {
    double share;    // of the rows that are kept
    double accuracy; // on those
    double least_p;  // the least probability among them
} demarche_coverage;

/** What happens to scores, p(conciliatory) - p(critical), where the names of
 * two sides are swapped in the text. Far from 0, a change tells that labels
 * hang on who is named. */
typedef struct demarche_swap {
    const char *name; // which rows: "all" that name a side, those that name
                      // "us" alone, "china" alone, "both"
    size_t rows;
    double before, after;     // mean scores
    double change, low, high; // mean of after less before; 95 %, documents
                              // resampled
    double distance;          // mean of the same without its sign
    size_t relabelled;        // rows that get another label
} demarche_swap;

/** What a model can keep so that it is right as often as `accuracy` wants, by
 * the rows held out when it was trained. `accuracy` is taken up to the next
 * whole per cent, and 0.5 for less. Share 0, and a least p above 1: so sure it
 * never is. */
DEMARCHE_EXPORT void demarche_model_coverage(demarche_coverage *out,
                                             const demarche_model *model,
                                             double accuracy);

/** What the model holds: task, labels, data, scores, sizes, checksum, and the
 * `top` heaviest n-grams a label, as one JSON object. */
DEMARCHE_EXPORT demarche_status demarche_model_describe(
    char **out, const demarche_model *model, unsigned top, demarche_error *err);

DEMARCHE_EXPORT void demarche_model_free(demarche_model *model);

/** ## Extractors: what is a statement, learned from annotated articles */

/** The learned decisions that ship: which words speak, and where what they say
 * begins and ends. */
DEMARCHE_EXPORT demarche_status
demarche_extractor_shipped(demarche_extractor **out, demarche_error *err);

/** Load a file that demarche_extractor_save wrote, checked to the last byte. */
DEMARCHE_EXPORT demarche_status demarche_extractor_load(
    demarche_extractor **out, const char *path, demarche_error *err);

/** Write a file, whole or not at all: the old file stays on failure. */
DEMARCHE_EXPORT demarche_status demarche_extractor_save(
    const demarche_extractor *extractor, const char *path, demarche_error *err);

/** What it holds and how it was learned, as one JSON object. */
DEMARCHE_EXPORT demarche_status demarche_extractor_describe(
    char **out, const demarche_extractor *extractor, demarche_error *err);

DEMARCHE_EXPORT void demarche_extractor_free(demarche_extractor *extractor);

/** Annotated articles: records with `text` and `attributions`, a list of
 * {"source", "cue", "content"}, each a list of [begin, end) ranges in code
 * points, as PolNeAR has them. Beliefs may stand among them: an attribution is
 * learned as a statement when it has a `kind` besides, a quotation in its
 * content, or a known verb of speech. */
typedef struct demarche_lessons demarche_lessons;

DEMARCHE_EXPORT demarche_status demarche_lessons_new(demarche_lessons **out,
                                                     demarche_error *err);

/** Add one article, which is copied. DEMARCHE_BAD_INPUT when a part is missing
 * or a range lies outside of the text. */
DEMARCHE_EXPORT demarche_status
demarche_lessons_add(demarche_lessons *lessons, const demarche_record *record,
                     demarche_error *err);

DEMARCHE_EXPORT size_t demarche_lessons_count(const demarche_lessons *lessons);
DEMARCHE_EXPORT void demarche_lessons_free(demarche_lessons *lessons);

/** Learn an extractor's decisions. Deterministic: same articles in the same
 * order, same seed and note, same bytes. Every fifth article is held out first,
 * to be judged on (see demarche_extractor_describe); the result is learned from
 * all. DEMARCHE_NOT_ENOUGH_DATA below 10 articles.
 *
 * @param note  one line for the card, or NULL */
DEMARCHE_EXPORT demarche_status demarche_extractor_train(
    demarche_extractor **out, const demarche_lessons *lessons, uint64_t seed,
    const char *note, demarche_error *err);

/** ## Word tables: what words are like, learned from text without labels
 *
 * The table that ships is embedded when the library is built, and models are
 * bound to it: another one takes the place of models/data/words.vec, the
 * library is built anew, and so are the models. */
typedef struct demarche_corpus demarche_corpus;

DEMARCHE_EXPORT demarche_status demarche_corpus_new(demarche_corpus **out,
                                                    demarche_error *err);

/** Read the text of one record, of which nothing is kept but the numbers of
 * its words: 4 bytes each. A sentence that was read before is passed over. */
DEMARCHE_EXPORT demarche_status
demarche_corpus_add(demarche_corpus *corpus, const demarche_record *record,
                    demarche_error *err);

DEMARCHE_EXPORT void demarche_corpus_free(demarche_corpus *corpus);

/** Learn vectors of 200 numbers for the 20,000 most frequent words, by
 * skip-grams with negative sampling (Mikolov et al. 2013), and 300 clusters of
 * like words, and write them to `path`, whole or not at all. About ten minutes
 * for 40 million words. DEMARCHE_NOT_ENOUGH_DATA when fewer than 300 words
 * occur 15 times. */
DEMARCHE_EXPORT demarche_status
demarche_words_train(const demarche_corpus *corpus, const char *path,
                     uint64_t seed, demarche_error *err);

/** Labelled rows for one task: records with `text` and the task's field. */
typedef struct demarche_dataset demarche_dataset;

/** @param task       the labelled field: "tone", "side", or one of your own
 *  @param analyser   its extractor and register show rows as use shows them;
 *                    must outlive the dataset */
DEMARCHE_EXPORT demarche_status
demarche_dataset_new(demarche_dataset **out, const char *task,
                     const demarche_analyser *analyser, demarche_error *err);

/** Read these, too, of the rows that are added from now on. */
DEMARCHE_EXPORT demarche_status
demarche_dataset_read(demarche_dataset *dataset, const demarche_fields *fields,
                      demarche_error *err);

/** Whether rows that are added from now on (false at first) are only learned
 * from: no score is made of them, and neither C nor the calibration is chosen
 * by them. So rows of another origin can help without being what one is
 * judged by. */
DEMARCHE_EXPORT void demarche_dataset_also(demarche_dataset *dataset,
                                           bool also);

/** Keep each row that is added from now on, and whose text names one of two
 * `sides` ("us,china"), a second time with their names swapped: "China" for
 * "the United States" and back, with adjectives and capitals. Fields that tell
 * of the speaker stay. Such copies are judged to see how far scores change
 * (demarche_swap), and learned from where the options say so.
 * DEMARCHE_BAD_ARGUMENT for sides whose names are not known, and where a part
 * of the text is marked. */
DEMARCHE_EXPORT demarche_status demarche_dataset_swap(demarche_dataset *dataset,
                                                      const char *sides,
                                                      demarche_error *err);

/** Add one row. Scores are told apart by its string `genre` and its boolean
 * `hard`, where it has them. A null label is skipped (`*added` false, may be
 * NULL); DEMARCHE_BAD_INPUT when `text` is missing or a field has a wrong type.
 */
DEMARCHE_EXPORT demarche_status
demarche_dataset_add(demarche_dataset *dataset, const demarche_record *record,
                     bool *added, demarche_error *err);

DEMARCHE_EXPORT size_t demarche_dataset_count(const demarche_dataset *dataset);
DEMARCHE_EXPORT void demarche_dataset_free(demarche_dataset *dataset);

/** By which library machines are trained. */
typedef enum demarche_solver {
    DEMARCHE_SOLVER_AUTO = 0,  // LIBLINEAR above 20,000 rows, else libsvm
    DEMARCHE_SOLVER_LIBSVM,    // the reference: C-SVC, linear; its time grows
                               // with the square of the rows
    DEMARCHE_SOLVER_LIBLINEAR, // squared losses; its time grows with the rows
} demarche_solver;

typedef struct demarche_train_options {
    double c;         // C of the machines; 0 = search over folds (0)
    unsigned folds;   // folds, grouped by `doc`, 2 to 20 (5)
    unsigned min_df;  // n-grams in fewer rows are left out (see its default)
    uint64_t seed;    // of the folds (1)
    double accuracy;  // wanted accuracy of rows not sent to review (0.85)
    const char *note; // one line for the model card, or NULL
    demarche_solver solver; // (auto)
    double share; // of cross-validation: of the documents outside of a fold,
                  // how many are learned from, above 0, to 1 (1)
    bool swapped; // learn from rows with swapped names, too, where the rows
                  // were read so (false)
    const char *without; // name spaces of n-grams that are left out, with
                         // commas between ("char,kin"); NULL: none (NULL)
    unsigned threads;    // at most so many at a time, 0 = one a core, with the
                         // same result (1)
    /** Called now and then, by the calling thread, with a share in [0, 1]; may
     * be NULL. */
    void (*progress)(void *payload, const char *stage, double share);
    void *payload;
} demarche_train_options;

DEMARCHE_EXPORT void
demarche_train_options_init(demarche_train_options *options);

/** Learn a model. Deterministic: same rows in the same order, same options,
 * same bytes. DEMARCHE_NOT_ENOUGH_DATA with no rows, or one class alone. */
DEMARCHE_EXPORT demarche_status
demarche_train(demarche_model **out, const demarche_dataset *dataset,
               const demarche_train_options *options, demarche_error *err);

/** The name of name space `i` of n-grams, such as "word"; NULL past the last.
 */
DEMARCHE_EXPORT const char *demarche_space_name(size_t i);

/** Scores of some of the rows. */
typedef struct demarche_part {
    const char *name; // borrowed
    size_t rows;
    double accuracy, macro_f1; // over labels that occur among them
} demarche_part;

/** Rows whose probability for what was said lies in one tenth of [0, 1]. */
typedef struct demarche_bin {
    size_t rows;
    double p, right; // means: what was promised, and what came true
} demarche_bin;

enum { DEMARCHE_BINS = 10, DEMARCHE_COVERAGES = 6, DEMARCHE_SWAPS = 4 };

/** Scores of predictions against labels. */
typedef struct demarche_evaluation {
    size_t rows;
    size_t label_count;
    const char *labels[DEMARCHE_LABELS_MAX];
    size_t confusion[DEMARCHE_LABELS_MAX][DEMARCHE_LABELS_MAX]; // [gold][said]
    double precision[DEMARCHE_LABELS_MAX], recall[DEMARCHE_LABELS_MAX];
    double f1[DEMARCHE_LABELS_MAX];
    double accuracy, macro_f1;
    double macro_f1_low, macro_f1_high; // 95 %, documents resampled
    double ece;                  // expected calibration error, 10 equal bins
    double brier;                // summed over labels, 0 to 2
    double kept;                 // share of rows not sent to review
    double accuracy_kept;        // accuracy on those
    double c;                    // C used (cross-validation), else 0
    const char *solver;          // that trained (cross-validation), else NULL
    unsigned folds;              // 0: a model was judged on rows given
    double learned;              // rows learned from, mean over folds
    const demarche_part *genres; // [genre_count], by the field `genre`, named
    size_t genre_count;          // in the order of bytes
    demarche_part clear;         // rows whose field `hard` is false
    demarche_bin bins[DEMARCHE_BINS];
    demarche_coverage coverage[DEMARCHE_COVERAGES]; // 50 %, 60 % … 100 %
    demarche_swap swaps[DEMARCHE_SWAPS]; // [swap_count], where rows were read
    size_t swap_count;                   // with swapped names; else 0
} demarche_evaluation;

/** Judge a model on labelled rows. Labels that it does not know are counted
 * as wrong. The caller frees the result. */
DEMARCHE_EXPORT demarche_status
demarche_evaluate(demarche_evaluation **out, const demarche_model *model,
                  const demarche_dataset *dataset, demarche_error *err);

/** Cross-validate: every row judged by a model that saw none of its `doc`. */
DEMARCHE_EXPORT demarche_status
demarche_crossval(demarche_evaluation **out, const demarche_dataset *dataset,
                  const demarche_train_options *options, demarche_error *err);

/** The most rows, surest first, that are right as often as `accuracy` wants;
 * share 0 where none are. */
DEMARCHE_EXPORT demarche_status demarche_evaluation_abstain(
    demarche_coverage *out, const demarche_evaluation *evaluation,
    double accuracy, demarche_error *err);

/** Two evaluations of the same rows, held against each other. */
typedef struct demarche_comparison {
    size_t rows;
    size_t only_first, only_second; // rows that one alone got right
    double p;          // McNemar's exact test, mid-p, two-sided: of as uneven
                       // a split, were both equally good
    double difference; // macro-F1 of the first less that of the second
    double low, high;  // 95 % of it, documents resampled
} demarche_comparison;

/** Compare what two models said of one dataset. The rows are paired, so that
 * far smaller differences can be told than from two intervals.
 *
 * @return DEMARCHE_OK, DEMARCHE_NO_MEMORY, or DEMARCHE_BAD_ARGUMENT when the
 *         evaluations are not of the same rows in the same order */
DEMARCHE_EXPORT demarche_status demarche_evaluation_compare(
    demarche_comparison *out, const demarche_evaluation *first,
    const demarche_evaluation *second, uint64_t seed, demarche_error *err);

DEMARCHE_EXPORT void demarche_evaluation_free(demarche_evaluation *evaluation);

/** ## Extraction, held against gold
 *
 * Gold is a record with `text` and `attributions` or `turns`, as
 * docs/FORMATS.md describes them. What is compared with it are the statements
 * that the library finds in the text, or somebody's output. */
typedef struct demarche_assay demarche_assay;

typedef struct demarche_assay_options {
    bool all;        // recall over every attribution, not only over those with
                     // a cue of speech or in quotation marks (false)
    unsigned faults; // faults shown of each kind, to 1000; 0: none is looked
                     // for (0)
} demarche_assay_options;

/** @param options  NULL for defaults */
DEMARCHE_EXPORT demarche_status
demarche_assay_new(demarche_assay **out, const demarche_assay_options *options,
                   demarche_error *err);

/** Keep one statement record of somebody's output, to be compared with the
 * gold of its `doc`. Nothing is borrowed. */
DEMARCHE_EXPORT demarche_status
demarche_assay_answer(demarche_assay *assay, const demarche_record *statement,
                      demarche_error *err);

/** Compare one document with its gold. Nothing is borrowed.
 *
 * @param analyser  finds the statements, and judges them where the gold has
 *                  sides or tones; NULL: compare what demarche_assay_answer
 *                  was given
 * @return DEMARCHE_OK, DEMARCHE_BAD_INPUT (nothing was counted),
 *         DEMARCHE_BAD_MODEL or DEMARCHE_NO_MEMORY */
DEMARCHE_EXPORT demarche_status
demarche_assay_add(demarche_assay *assay, const demarche_record *gold,
                   const demarche_analyser *analyser, demarche_error *err);

/** The figures, and the faults that were asked for. DEMARCHE_BAD_INPUT when
 * output was given for a document that the gold does not have. The order in
 * which documents were added changes no figure.
 *
 * @param options  format, width, resamples and seed of it count; NULL for
 *                 defaults */
DEMARCHE_EXPORT demarche_status demarche_assay_format(
    char **out, const demarche_assay *assay,
    const demarche_report_options *options, demarche_error *err);

DEMARCHE_EXPORT void demarche_assay_free(demarche_assay *assay);

/** ## Explanations: why a label */

/** One n-gram's part in a decision. */
typedef struct demarche_reason {
    const char *ngram;   // readable: "word:trade war", "char:_ban", "cue:urged"
    double value;        // its value in the vector
    double contribution; // value times weight, towards the explained label
    const demarche_range *spans; // [span_count], code points of `text`: where
    size_t span_count;           // it stands; of letters, the words that have
                                 // them. None where cue, speaker or what is
                                 // known of the speaker speak
} demarche_reason;

/** One word's part: each n-gram's contribution is spread evenly over the
 * places where it stands, and there over the words. */
typedef struct demarche_pull {
    const char *word;    // as the text has it; a mark is a word
    demarche_range span; // code points of `text`
    double contribution;
} demarche_pull;

typedef struct demarche_explanation {
    demarche_verdict verdict;
    double decision[DEMARCHE_LABELS_MAX]; // one row's value for each label
    const char *label, *against;    // what the contributions speak for, against
    const demarche_reason *reasons; // [reason_count], heaviest first; their
    size_t reason_count;            // sum plus bias is the decision value
    const char *text;               // the statement's words
    size_t text_len;                // bytes
    demarche_range mark;            // code points: the part that the label is
                                    // about; empty: all of the statement
    const demarche_pull *words;     // [word_count], in their order, of the
    size_t word_count;              // first 4096 words and marks
    // The decision value by where it comes from; the words' pulls sum up to
    // `content`, where there are words. `bias` is the explained label's less
    // the other's.
    double content, cue, speaker, known, bias;
} demarche_explanation;

/** Why `model` judges the record as it does: contributions add up exactly to
 * the decision value between the winning label and the runner-up. */
DEMARCHE_EXPORT demarche_status
demarche_explain(demarche_explanation **out, const demarche_analyser *analyser,
                 const demarche_model *model, const demarche_record *record,
                 demarche_error *err);

/** An explanation as one JSON object: text, mark, p, review, label, against,
 * decision, parts, the `top` heaviest reasons, words. */
DEMARCHE_EXPORT demarche_status
demarche_explanation_format(char **out, const demarche_explanation *explanation,
                            unsigned top, demarche_error *err);

/** Say in a judged record why: `tone_why`, `side_why` and, where there is such
 * a model, `target_why` are set, objects with label, against, decision, parts
 * and the `top` heaviest reasons. A question stays as it is. */
DEMARCHE_EXPORT demarche_status demarche_record_explain(
    demarche_record *record, const demarche_analyser *analyser, unsigned top,
    demarche_error *err);

DEMARCHE_EXPORT void
demarche_explanation_free(demarche_explanation *explanation);

#ifdef __cplusplus
}
#endif
#endif
