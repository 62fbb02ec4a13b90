// consumer.cpp - the public header is valid C++, and the library links from it.
#include <demarche.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

namespace {

using Analyser =
    std::unique_ptr<demarche_analyser, decltype(&demarche_analyser_free)>;
using Statements =
    std::unique_ptr<demarche_statements, decltype(&demarche_statements_free)>;

Analyser make_analyser()
{
    demarche_analyser *analyser = nullptr;
    demarche_analyser_new(&analyser, nullptr, nullptr);
    return Analyser(analyser, demarche_analyser_free);
}

Statements extract(const Analyser &analyser, const std::string &text)
{
    demarche_document document = {};
    document.text = text.data();
    document.len = text.size();
    demarche_statements *list = nullptr;
    demarche_extract(&list, analyser.get(), &document, nullptr);
    return Statements(list, demarche_statements_free);
}

} // namespace

int main()
{
    const Analyser analyser = make_analyser();
    if (!analyser)
        return 1;
    const Statements list =
        extract(analyser, "\"We welcome the talks,\" Nora Whitfield said.");
    if (!list || demarche_statements_count(list.get()) != 1)
        return 2;
    const demarche_statement *first = demarche_statements_at(list.get(), 0);
    std::printf("%s: %s\n", first->speaker, first->text);
    return std::strcmp(first->speaker, "Nora Whitfield") == 0 ? 0 : 3;
}
