/* num.c - see num.h.
 *
 * printf and strtod follow the locale of whoever called setlocale, and a
 * library must not: so digits are written and read here.
 */
#include "base/num.h"

#include <math.h>

static const double powers[] = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9
};

void dm_num_fixed(dm_buf *buf, double value, unsigned decimals)
{
    if (!(fabs(value) < 1e15)) {
        dm_buf_add_string(buf, "nan");
        return;
    }
    double scale = powers[decimals < 9 ? decimals : 9];
    double size = fabs(value), whole = floor(size);
    uint64_t part = (uint64_t)floor((size - whole) * scale + 0.5);
    uint64_t units = (uint64_t)whole;
    if ((double)part >= scale) {
        part -= (uint64_t)scale;
        units++;
    }
    if (value < 0 && (units > 0 || part > 0))
        dm_buf_add_char(buf, '-');
    dm_buf_addf(buf, "%llu", (unsigned long long)units);
    if (decimals > 0)
        dm_buf_addf(buf, ".%0*llu", (int)(decimals < 9 ? decimals : 9),
                    (unsigned long long)part);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits from *at on, added to *value; how many there were. */
static size_t read_digits(dm_span span, size_t *at, double *value)
{
    size_t begin = *at;
    while (*at < span.len && is_digit(span.data[*at]))
        *value = *value * 10 + (span.data[(*at)++] - '0');
    return *at - begin;
}

static int read_sign(dm_span span, size_t *at)
{
    if (*at < span.len && (span.data[*at] == '-' || span.data[*at] == '+'))
        return span.data[(*at)++] == '-' ? -1 : 1;
    return 1;
}

bool dm_num_parse(double *out, dm_span span)
{
    size_t at = 0;
    int sign = read_sign(span, &at);
    double value = 0, exponent = 0;
    size_t digits = read_digits(span, &at, &value), decimals = 0;
    if (at < span.len && span.data[at] == '.') {
        at++;
        decimals = read_digits(span, &at, &value);
    }
    if (digits + decimals == 0)
        return false;
    if (at < span.len && (span.data[at] == 'e' || span.data[at] == 'E')) {
        at++;
        int direction = read_sign(span, &at);
        if (read_digits(span, &at, &exponent) == 0)
            return false;
        exponent *= direction;
    }
    double shift = exponent - (double)decimals;
    *out =
        sign * (shift < 0 ? value / pow(10, -shift) : value * pow(10, shift));
    return at == span.len && isfinite(*out);
}

bool dm_num_parse_uint(uint64_t *out, dm_span span)
{
    uint64_t value = 0;
    for (size_t i = 0; i < span.len; i++) {
        unsigned digit = (unsigned)(span.data[i] - '0');
        if (!is_digit(span.data[i]) || value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return span.len > 0;
}
