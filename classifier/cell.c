/* cell.c - see cell.h. */
#include "cell.h"

void dm_cell_add_text(dm_buf *out, dm_span text)
{
    dm_buf_add_char(out, '"');
    if (text.len > 0 && strchr("=+-@\t\r", text.data[0]) != NULL)
        dm_buf_add_char(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"')
            dm_buf_add_char(out, '"');
        dm_buf_add_char(out, text.data[i]);
    }
    dm_buf_add_char(out, '"');
}
