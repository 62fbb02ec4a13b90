/* name.c - see name.h. */
#include "name.h"

static const struct {
    dm_span word;
    unsigned classes;
} words[] = {
    { DM_SPAN("al"), DM_NAME_PARTICLE },
    { DM_SPAN("bin"), DM_NAME_PARTICLE },
    { DM_SPAN("da"), DM_NAME_PARTICLE },
    { DM_SPAN("de"), DM_NAME_PARTICLE },
    { DM_SPAN("del"), DM_NAME_PARTICLE },
    { DM_SPAN("der"), DM_NAME_PARTICLE },
    { DM_SPAN("di"), DM_NAME_PARTICLE },
    { DM_SPAN("dos"), DM_NAME_PARTICLE },
    { DM_SPAN("du"), DM_NAME_PARTICLE },
    { DM_SPAN("el"), DM_NAME_PARTICLE },
    { DM_SPAN("ibn"), DM_NAME_PARTICLE },
    { DM_SPAN("la"), DM_NAME_PARTICLE },
    { DM_SPAN("le"), DM_NAME_PARTICLE },
    { DM_SPAN("ter"), DM_NAME_PARTICLE },
    { DM_SPAN("van"), DM_NAME_PARTICLE },
    { DM_SPAN("von"), DM_NAME_PARTICLE },
    { DM_SPAN("bishop"), DM_NAME_ROLE },
    { DM_SPAN("dean"), DM_NAME_ROLE },
    { DM_SPAN("judge"), DM_NAME_ROLE },
    { DM_SPAN("king"), DM_NAME_ROLE },
    { DM_SPAN("lord"), DM_NAME_ROLE },
    { DM_SPAN("pope"), DM_NAME_ROLE },
    { DM_SPAN("prince"), DM_NAME_ROLE },
    { DM_SPAN("major"), DM_NAME_ROLE },
    { DM_SPAN("man"), DM_NAME_ROLE },
    { DM_SPAN("affairs"), DM_NAME_PORTFOLIO },
    { DM_SPAN("agriculture"), DM_NAME_PORTFOLIO },
    { DM_SPAN("commerce"), DM_NAME_PORTFOLIO },
    { DM_SPAN("defence"), DM_NAME_PORTFOLIO },
    { DM_SPAN("defense"), DM_NAME_PORTFOLIO },
    { DM_SPAN("economic"), DM_NAME_PORTFOLIO },
    { DM_SPAN("energy"), DM_NAME_PORTFOLIO },
    { DM_SPAN("finance"), DM_NAME_PORTFOLIO },
    { DM_SPAN("foreign"), DM_NAME_PORTFOLIO },
    { DM_SPAN("industry"), DM_NAME_PORTFOLIO },
    { DM_SPAN("national"), DM_NAME_PORTFOLIO },
    { DM_SPAN("policy"), DM_NAME_PORTFOLIO },
    { DM_SPAN("security"), DM_NAME_PORTFOLIO },
    { DM_SPAN("international"), DM_NAME_PORTFOLIO },
    { DM_SPAN("trade"), DM_NAME_PORTFOLIO },
    { DM_SPAN("treasury"), DM_NAME_PORTFOLIO },
    { DM_SPAN("relations"), DM_NAME_PORTFOLIO },
    { DM_SPAN("strategic"), DM_NAME_PORTFOLIO },
    { DM_SPAN("staff"), DM_NAME_PORTFOLIO },
    { DM_SPAN("act"), DM_NAME_THING },
    { DM_SPAN("agreement"), DM_NAME_THING },
    { DM_SPAN("airport"), DM_NAME_THING },
    { DM_SPAN("amendment"), DM_NAME_THING },
    { DM_SPAN("avenue"), DM_NAME_THING },
    { DM_SPAN("award"), DM_NAME_THING },
    { DM_SPAN("bridge"), DM_NAME_THING },
    { DM_SPAN("city"), DM_NAME_THING },
    { DM_SPAN("county"), DM_NAME_THING },
    { DM_SPAN("day"), DM_NAME_THING },
    { DM_SPAN("dam"), DM_NAME_THING },
    { DM_SPAN("doctrine"), DM_NAME_THING },
    { DM_SPAN("hotel"), DM_NAME_THING },
    { DM_SPAN("island"), DM_NAME_THING },
    { DM_SPAN("initiative"), DM_NAME_THING },
    { DM_SPAN("law"), DM_NAME_THING },
    { DM_SPAN("plan"), DM_NAME_THING },
    { DM_SPAN("prize"), DM_NAME_THING },
    { DM_SPAN("resort"), DM_NAME_THING },
    { DM_SPAN("river"), DM_NAME_THING },
    { DM_SPAN("sea"), DM_NAME_THING },
    { DM_SPAN("show"), DM_NAME_THING },
    { DM_SPAN("square"), DM_NAME_THING },
    { DM_SPAN("strait"), DM_NAME_THING },
    { DM_SPAN("tower"), DM_NAME_THING },
    { DM_SPAN("treaty"), DM_NAME_THING },
};

enum { COUNT = sizeof words / sizeof *words };

unsigned dm_name_classes(dm_span folded)
{
    for (size_t i = 0; i < COUNT; i++)
        if (dm_span_equal(words[i].word, folded))
            return words[i].classes;
    return 0;
}

dm_span dm_name_word(size_t i)
{
    return i < COUNT ? words[i].word : (dm_span){ 0 };
}
