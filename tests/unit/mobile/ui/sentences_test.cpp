// Every code that a library or the server may give a tablet has a sentence, in Chinese and in English: found in their
// sources, so that a new code cannot be forgotten.
#include "mobile/ui/sentences.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "mobile/ui/text.h"

using namespace plumb;
using namespace plumb::mobile;
namespace fs = std::filesystem;

namespace {

std::string textOf(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

// Rooms whose failures people at a tablet may meet; the server's other rooms speak to its operator.
const char* const kRooms[] = {"shared",
                              "sync-server/http",
                              "sync-server/auth",
                              "sync-server/blobs",
                              "sync-server/ingest",
                              "sync-server/query",
                              "sync-server/log"};

std::set<std::string> codesInSources() {
    // A code is a literal behind its kind. One that ends in an underscore is a beginning that is completed elsewhere.
    const std::regex code(R"re(ErrorKind::[a-zA-Z]+,\s*"([a-z][a-z_0-9]*[a-z0-9])")re");
    std::set<std::string> out;
    for (const auto* room : kRooms) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(PLUMB_SOURCE_DIR) / room)) {
            const auto ending = entry.path().extension();
            if (ending != ".cpp" && ending != ".h") continue;
            // The engine behind JSON speaks to programs; no tablet has it.
            if (entry.path().parent_path().filename() == "engine") continue;
            const auto text = textOf(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) out.insert((*at)[1]);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("every code of the libraries and the server has a sentence of its own") {
    const auto codes = codesInSources();
    REQUIRE(codes.size() > 150);
    std::string missing;
    for (const auto& code : codes) {
        if (!hasSentence(code)) missing += code + " ";
    }
    CHECK(missing == "");
}

TEST_CASE("every sentence has its English") {
    const auto translations = textOf(fs::path(PLUMB_SOURCE_DIR) / "assets/translations/plumbline_en.ts");
    std::string missing;
    for (const auto& code : codesInSources()) {
        if (!hasSentence(code)) continue;
        const auto sentence =
            sentenceFor({ErrorKind::refused, code, "detail"}).toHtmlEscaped().replace("&quot;", "\"").toStdString();
        if (translations.find("<source>" + sentence + "</source>") == std::string::npos) missing += code + " ";
    }
    CHECK(missing == "");
}
