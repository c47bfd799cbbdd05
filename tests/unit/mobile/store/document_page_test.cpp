// The first page of a PDF as a picture, and what is taken as a document.
#include "mobile/store/document_page.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <catch2/catch.hpp>

#include "mobile/ui/document_kind.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

// One A4 page with a black bar across its upper half.
Bytes pdf() {
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({0, 0, 0, 0});
        QPainter painter(&writer);
        painter.fillRect(QRect(0, 0, writer.width(), writer.height() / 2), Qt::black);
    }
    return {content.begin(), content.end()};
}

}  // namespace

TEST_CASE("a PDF's first page is drawn on white, within what was asked for") {
    const QImage page = firstPage(pdf(), {320, 320});
    REQUIRE_FALSE(page.isNull());
    CHECK(page.height() == 320);
    CHECK(page.width() > 200);
    CHECK(page.width() < 240);
    CHECK(page.pixelColor(page.width() / 2, 40).lightness() < 40);
    CHECK(page.pixelColor(page.width() / 2, 300).lightness() > 220);
}

TEST_CASE("what is no whole PDF has no first page") {
    auto cut = pdf();
    cut.resize(40);
    CHECK(firstPage(cut, {320, 320}).isNull());
    const std::string text = "%PDF-1.7 and nothing more";
    CHECK(firstPage({text.begin(), text.end()}, {320, 320}).isNull());
    CHECK(firstPage({'P', 'K', 3, 4}, {320, 320}).isNull());
}

TEST_CASE("documents are told apart by the word that people know them by") {
    CHECK(documentKind("image/jpeg").isEmpty());
    CHECK(documentKind("application/pdf") == "PDF");
    CHECK(documentKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") == "Excel");
    CHECK(documentKind("application/x-tar") == "X-TAR");
    CHECK(isDocumentType("application/msword"));
    CHECK_FALSE(isDocumentType("application/zip"));
    CHECK_FALSE(isDocumentType("image/png"));
}
