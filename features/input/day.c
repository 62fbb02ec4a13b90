/* day.c - see day.h. */
#include "day.h"

#include <stdio.h>

enum { WORDS_MAX = 4, YEAR_MIN = 1000, YEAR_MAX = 9999 };

static const char *const months[] = { "january", "february", "march",
                                      "april",   "may",      "june",
                                      "july",    "august",   "september",
                                      "october", "november", "december" };
static const char *const weekdays[] = { "monday",   "tuesday", "wednesday",
                                        "thursday", "friday",  "saturday",
                                        "sunday" };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_among(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The name that `word` abbreviates to three letters or more, from 1; or 0. */
static unsigned find_name(dm_span word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < word.len && names[i][same] != '\0' &&
               lower(word.data[same]) == names[i][same])
            same++;
        if (same == word.len && same >= 3)
            return (unsigned)i + 1;
    }
    return 0;
}

/* A number of `least` to `most` digits at the start of the span, which moves
 * on over it. */
static bool take_number(unsigned *out, dm_span *text, size_t least, size_t most)
{
    size_t len = 0;
    *out = 0;
    while (len < text->len && len < most && is_digit(text->data[len]))
        *out = *out * 10 + (unsigned)(text->data[len++] - '0');
    text->data += len;
    text->len -= len;
    return len >= least && (text->len == 0 || !is_digit(*text->data));
}

static bool take_dash(dm_span *text)
{
    if (text->len == 0 || *text->data != '-')
        return false;
    text->data++;
    text->len--;
    return true;
}

/* A time of day after an ISO date: only what such a time is made of. */
static bool is_time(dm_span text)
{
    if (text.len == 0)
        return true;
    if (text.data[0] != 'T' && text.data[0] != ' ')
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (!is_digit(text.data[i]) && !is_among(text.data[i], ":.+-Z"))
            return false;
    return text.len >= 5;
}

static bool read_iso(unsigned date[3], dm_span text)
{
    return take_number(&date[0], &text, 4, 4) && take_dash(&text) &&
           take_number(&date[1], &text, 2, 2) && take_dash(&text) &&
           take_number(&date[2], &text, 2, 2) && is_time(text);
}

static size_t split_words(dm_span words[WORDS_MAX], dm_span text)
{
    size_t count = 0, at = 0;
    while (at < text.len) {
        size_t begin = at;
        while (at < text.len && !is_among(text.data[at], " ,.\t"))
            at++;
        if (at > begin && count == WORDS_MAX)
            return 0;
        if (at > begin)
            words[count++] = (dm_span){ text.data + begin, at - begin };
        else
            at++;
    }
    return count;
}

/* A day, a month's name and a year, the day before or after the month. */
static bool read_words(unsigned date[3], dm_span text)
{
    dm_span words[WORDS_MAX], *word = words;
    size_t count = split_words(words, text);
    if (count == 4 && find_name(words[0], weekdays, COUNT(weekdays)) != 0) {
        word++;
        count--;
    }
    if (count != 3)
        return false;
    bool month_first = !is_digit(word[0].data[0]);
    dm_span month = word[month_first ? 0 : 1], day = word[month_first ? 1 : 0];
    date[1] = find_name(month, months, COUNT(months));
    return date[1] != 0 && take_number(&date[2], &day, 1, 2) && day.len == 0 &&
           take_number(&date[0], &word[2], 4, 4) && word[2].len == 0;
}

static bool exists(const unsigned date[3])
{
    static const unsigned char days[] = { 31, 29, 31, 30, 31, 30,
                                          31, 31, 30, 31, 30, 31 };
    unsigned year = date[0], month = date[1], day = date[2];
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 ||
        day < 1 || day > days[month - 1])
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return leap || month != 2 || day < 29;
}

bool dm_day_parse(char out[DM_DAY_ROOM], dm_span text)
{
    unsigned date[3] = { 0, 0, 0 }; // year, month, day
    if (!read_iso(date, text) && !read_words(date, text))
        return false;
    if (!exists(date))
        return false;
    snprintf(out, DM_DAY_ROOM, "%04u-%02u-%02u", date[0] % 10000, date[1] % 100,
             date[2] % 100);
    return true;
}
