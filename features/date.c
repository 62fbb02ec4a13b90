/* date.c - see date.h. */
#include "date.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 2999, GUESS_LENGTH = 64 };

static const char *const months[] = {
    "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec"
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static dm_date join(int year, int month, int day)
{
    return (year * 12 + month - 1) * 31 + day - 1;
}

/* A number of exactly `digits` digits at byte `at`, or -1. */
static int number_at(dm_span s, size_t at, size_t digits)
{
    if (at > s.len || s.len - at < digits)
        return -1;
    int value = 0;
    for (size_t i = at; i < at + digits; i++) {
        if (!is_digit(s.data[i]))
            return -1;
        value = 10 * value + (s.data[i] - '0');
    }
    return value;
}

/* A number after a hyphen at `at`, within 1 and `most`; `absent` at the end of
 * the span; -1 otherwise. */
static int part_at(dm_span s, size_t at, int most, int absent)
{
    if (at >= s.len)
        return absent;
    int value = s.data[at] == '-' ? number_at(s, at + 1, 2) : -1;
    return value >= 1 && value <= most ? value : -1;
}

/* In a year that divides by four February has 29 days; those which end a
 * century are not worth a rule. */
static int days_in(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    return days[month - 1] + (month == 2 && year % 4 == 0);
}

bool dm_date_parse(dm_date *out, dm_span span, bool last)
{
    int year = number_at(span, 0, 4);
    int month = part_at(span, 4, 12, last ? 12 : 1);
    int day = part_at(span, 7, 31, last ? 31 : 1);
    bool whole = span.len == 4 || span.len == 7 || span.len == 10;
    if (!whole || year < FIRST_YEAR || year > LAST_YEAR || month < 0 || day < 0)
        return false;
    if (span.len == 10 && day > days_in(year, month))
        return false;
    *out = join(year, month, day);
    return true;
}

/* 1 to 12 when an English month's name begins at `at`, else 0. */
static int month_at(dm_span s, size_t at)
{
    for (int m = 0; m < 12 && s.len - at >= 3; m++)
        if (lower(s.data[at]) == months[m][0] &&
            lower(s.data[at + 1]) == months[m][1] &&
            lower(s.data[at + 2]) == months[m][2])
            return m + 1;
    return 0;
}

/* How many digits stand at `at`. */
static size_t digits_at(dm_span s, size_t at)
{
    size_t count = 0;
    while (at + count < s.len && is_digit(s.data[at + count]))
        count++;
    return count;
}

static dm_date guess_words(dm_span s)
{
    int year = -1, month = 0, day = 0;
    for (size_t i = 0; i < s.len;) {
        size_t digits = digits_at(s, i);
        if (digits == 4 && year < 0)
            year = number_at(s, i, 4);
        else if ((digits == 1 || digits == 2) && day == 0)
            day = number_at(s, i, digits);
        else if (digits == 0 && month == 0)
            month = month_at(s, i);
        i += digits == 0 ? 1 : digits;
    }
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return DM_DATE_LAST;
    return join(year, month == 0 ? 1 : month, day < 1 || day > 31 ? 1 : day);
}

dm_date dm_date_guess(const char *string)
{
    if (string == NULL)
        return DM_DATE_LAST;
    dm_span s = { string, 0 };
    while (s.len < GUESS_LENGTH && string[s.len] != '\0')
        s.len++;
    dm_date date;
    for (size_t len = 10; len >= 4; len -= 3)
        if (s.len >= len &&
            dm_date_parse(&date, (dm_span){ string, len }, false))
            return date;
    return guess_words(s);
}
