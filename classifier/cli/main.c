/* main.c - pick the command and hand over. */
#include <stdio.h>

#include "demarche.h"

int main(void)
{
    printf("demarche %s\n", demarche_version());
    return 0;
}
