/* version.c - which demarche this is, as CMakeLists.txt says. */
#include "demarche.h"

const char *demarche_version(void)
{
    return DM_VERSION;
}
