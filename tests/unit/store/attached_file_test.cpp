// What is attached to an item is what it is called: an empty file, or a document that its programs would not open, is
// refused before it is sealed.
#include "shared/store/attached_file.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/pictures.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {

constexpr const char* kPdf = "application/pdf";
constexpr const char* kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

std::string fate(test::Tablet& tablet, const std::string& content, const std::string& type) {
    const auto file = importAttached(*tablet.store, "1", asBytes(content), type, "文件");
    return file ? "" : file.error().code;
}

}  // namespace

TEST_CASE("an empty file is refused, whatever it is called") {
    test::Tablet tablet;
    for (const char* type : {kPdf, kWord, "text/plain", "application/octet-stream"})
        CHECK(fate(tablet, "", type) == "file_empty");
}

TEST_CASE("a PDF or an office document that is none is refused") {
    test::Tablet tablet;
    CHECK(fate(tablet, "no pdf", kPdf) == "no_document");
    CHECK(fate(tablet, std::string(1100, ' ') + "%PDF-1.7", kPdf) == "no_document");
    CHECK(fate(tablet, "%PDF-1.7", kWord) == "no_document");
    CHECK(fate(tablet, "PK\x03", kWord) == "no_document");
}

TEST_CASE("a document that is one is taken, and what has no form of its own as it is called") {
    test::Tablet tablet;
    CHECK(fate(tablet, "%PDF-1.7 …", kPdf).empty());
    CHECK(fate(tablet, "\xEF\xBB\xBF%PDF-1.4", kPdf).empty());  // some programs write a mark before
    CHECK(fate(tablet, std::string("PK\x03\x04", 4) + "word", kWord).empty());
    CHECK(fate(tablet, "序号,内容", "text/csv").empty());
}
