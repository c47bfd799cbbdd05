#include <cairo.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "shared/document/typeset/typeset.h"
#include "tests/unit/document/sample.h"

using namespace plumb;
using namespace plumb::document;
using namespace plumb::document::test;

namespace {

Part composed(const std::string& name, const json::object& data) {
    return compose(*Layout::read(layoutText(name)), data, [](std::string_view) { return std::string(); });
}

void keep(const std::string& name, const Pdf& pdf) {
    // To be looked at: PAPERS=/some/folder test_document
    const char* folder = std::getenv("PAPERS");
    if (folder) std::ofstream(std::string(folder) + "/" + name, std::ios::binary) << pdf.content;
}

Pdf setPart(Part part) {
    const auto pdf = typeset(documentOf(std::move(part)));
    if (!pdf) FAIL(pdf.error().detail);
    return *pdf;
}

}  // namespace

TEST_CASE("A record's paper is one page, the same bytes each time, with its fonts in it") {
    const auto first = setPart(composed("inspection_record", recordData()));
    keep("record.pdf", first);
    CHECK(first.pages == 1);
    CHECK(first.unknown.empty());
    CHECK(first.content.starts_with("%PDF-1.5"));
    CHECK(first.content == setPart(composed("inspection_record", recordData())).content);
    // What is compressed in it, and when it says that it was made, is asked of a foreign reader in e2e_papers.
}

TEST_CASE("A long table goes on on the next pages, its head on each") {
    Table table;
    table.widths = {40, 0};
    table.head = {{{{{"序"}}}, {{{"内容"}}}}};
    for (int i = 0; i < 120; ++i) table.rows.push_back({{{{std::to_string(i)}}}, {{{"第几行的内容，长短不一"}}}});
    Part part;
    part.title = {{"长表"}};
    part.blocks.emplace_back(table);
    const auto pdf = setPart(part);
    keep("long.pdf", pdf);
    CHECK(pdf.pages == 4);
}

TEST_CASE("A row taller than a page is not lost") {
    std::string text;
    for (int i = 0; i < 900; ++i) text += "很长的现场事实第" + std::to_string(i) + "句。";
    Table table;
    table.widths = {40, 0};
    table.rows = {{{{{"1"}}}, {{{text}}}}, {{{{"2"}}}, {{{"短"}}}}};
    Part part;
    part.blocks.emplace_back(table);
    part.blocks.emplace_back(Paragraph{{{text}}});
    const auto pdf = setPart(part);
    keep("tall.pdf", pdf);
    CHECK(pdf.pages >= 4);
}

TEST_CASE("A character that no font has is named") {
    Part part;
    part.blocks.emplace_back(Paragraph{{{"奇字 \U0001F9EA 与 \U00020BB7"}}});
    const auto pdf = setPart(part);
    CHECK_FALSE(pdf.unknown.empty());
}

TEST_CASE("A picture that is none is said, and half of one, too") {
    Part part;
    part.blocks.emplace_back(Signatures{{{{{"检查人员"}}, {"no picture"}, {{"甲"}}}}});
    const auto pdf = typeset(documentOf(part));
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().code == "bad_picture");
    part.blocks = {Photos{{{{"\xff\xd8\xff\xe0 cut"}, {{"照片 1"}}}}}};
    REQUIRE_FALSE(typeset(documentOf(part)));
    part.blocks = {
        Photos{{{{std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\0\0\0\1", 24)}, {{"照片 1"}}}}}};
    CHECK(typeset(documentOf(part)).error().detail.find("is not printed") != std::string::npos);
}

TEST_CASE("Half a character in a record's text does not end the paper") {
    Part part;
    part.blocks.emplace_back(Paragraph{{{"\xe5\x8d"}}});
    CHECK(setPart(part).pages == 1);
}

TEST_CASE("A draft says so across every page, under what the page says") {
    auto document = documentOf(composed("inspection_record", recordData()));
    document.watermark = "草稿";
    const auto pdf = typeset(document);
    REQUIRE(pdf);
    keep("draft.pdf", *pdf);
    CHECK(pdf->pages == 1);
    CHECK(pdf->content != setPart(composed("inspection_record", recordData())).content);
}

TEST_CASE("Marks are drawn over a photo and its mosaics burnt in; marks that cannot be read print nothing") {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 64, 48);
    std::string png;
    cairo_surface_write_to_png_stream(
        surface,
        [](void* to, const unsigned char* bytes, unsigned int length) {
            static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
            return CAIRO_STATUS_SUCCESS;
        },
        &png);
    cairo_surface_destroy(surface);
    const auto printed = [&](const std::string& marks) {
        Part part;
        part.blocks = {Photos{{{{png, marks}, {{"照片 1"}}}}}};
        return typeset(documentOf(part));
    };
    const std::string layer = R"({"v":1,"of":")" + std::string(64, 'a') + R"(","marks":[)";
    const auto plain = printed(""), marked = printed(layer + R"({"kind":"arrow","points":[[1000,1000],[9000,9000]]},)" +
                                                     R"({"kind":"text","points":[[5000,5000]],"text":"未上锁"}]})");
    REQUIRE(plain);
    REQUIRE(marked);
    keep("marked.pdf", *marked);
    CHECK(marked->content != plain->content);
    CHECK(printed(layer + "]}")->content == plain->content);
    CHECK(printed("{}").error().code == "bad_marks");
}
