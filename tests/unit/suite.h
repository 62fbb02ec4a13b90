/* suite.h - the main function that every unit test file shares. */
#ifndef DM_SUITE_H
#define DM_SUITE_H

#include <check.h>
#include <stdlib.h>

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

/* Run one test case; `add` fills it. The name shows in the report. */
static inline int run_suite(const char *name, void (*add)(TCase *tc))
{
    TCase *tc = tcase_create(name);
    tcase_set_timeout(tc, 120);
    add(tc);
    Suite *suite = suite_create(name);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
