// Signed PDFs: what a signature covers, that a second leaves the first good, and that whatever is changed is told.
#include <catch2/catch.hpp>

#include "shared/document/sign/verify_pdf.h"
#include "tests/unit/document/office.h"

using namespace plumb;
using namespace plumb::document;
using test::Office;

namespace {

const Office& one() {
    static const Office office{"永昌县市场监督管理局"};
    return office;
}
const Office& two() {
    static const Office office{"金昌市市场监督管理局"};
    return office;
}
const std::string& paper() {
    static const auto text = test::samplePaper();
    return text;
}
const std::string& once() {
    static const auto text = one().sign(paper(), "line");
    return text;
}
const std::string& twice() {
    static const auto text = two().sign(once());
    return text;
}
const std::vector<crypto::Certificate>& both() {
    static const std::vector<crypto::Certificate> authorities{one().authority, two().authority};
    return authorities;
}

std::string codeOf(const std::string& pdf) {
    const auto read = verifySigned(pdf, both());
    if (!read) return read.error().code;
    for (const auto& signature : read->signatures) {
        if (signature.fault) return signature.fault->code;
    }
    return read->appended ? read->appended->code : "good";
}

std::string replaced(std::string text, std::string_view from, std::string_view to, std::size_t begin = 0) {
    const auto at = text.find(from, begin);
    REQUIRE(at != std::string::npos);
    REQUIRE(from.size() == to.size());
    return text.replace(at, from.size(), to);
}

// A PDF with a table of references, as other programs write them.
const std::string kPlain =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [ 3 0 R ] /Count 1 "
    ">>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] >>\nendobj\nxref\n0 4\n0000000000 "
    "65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000117 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R "
    ">>\nstartxref\n190\n%%EOF\n";

}  // namespace

TEST_CASE("A signed paper begins with the paper, and says who signed when") {
    CHECK(once().starts_with(paper()));
    const auto read = verifySigned(once(), both()).value();
    CHECK(read.holds());
    REQUIRE(read.signatures.size() == 1);
    const auto& signature = read.signatures.front();
    CHECK(signature.signer == "永昌县市场监督管理局");
    CHECK(signature.field == "Signature1");
    CHECK(signature.statedAt == test::kSealedAt);
    CHECK(signature.wholeFile);
    CHECK(signature.covers == once().size());
    CHECK(signature.authorityLine == "line");
    CHECK(isSignedCopyOf(once(), paper()));
    CHECK_FALSE(isSignedCopyOf(once(), kPlain));
}

TEST_CASE("A second signature leaves the first good, which then covers its revision") {
    const auto read = verifySigned(twice(), both()).value();
    CHECK(read.holds());
    REQUIRE(read.signatures.size() == 2);
    CHECK(read.signatures[0].covers == once().size());
    CHECK_FALSE(read.signatures[0].wholeFile);
    CHECK(read.signatures[1].signer == "金昌市市场监督管理局");
    CHECK(read.signatures[1].wholeFile);
    CHECK(isSignedCopyOf(twice(), paper()));
    CHECK(isSignedCopyOf(twice(), once()));
}

TEST_CASE("A PDF with a table of references is signed by one, twice") {
    const auto read = verifySigned(two().sign(one().sign(kPlain)), both());
    REQUIRE(read);
    CHECK(read->holds());
    CHECK(read->signatures.size() == 2);
}

TEST_CASE("Every byte outside the signature itself counts") {
    const auto open = once().find("/Contents <", paper().size()) + 10, close = once().find('>', open);
    for (std::size_t i = 0; i < once().size(); i += i < paper().size() ? 97 : 5) {
        if (i > open && i < close) continue;
        auto changed = once();
        changed[i] = static_cast<char>(changed[i] ^ 1);
        INFO(i);
        CHECK(codeOf(changed) != "good");
    }
    // Within it the zeros that fill its place up, too.
    auto filled = once();
    filled[close - 1] = '1';
    CHECK(codeOf(filled) == "cms_malformed");
}

TEST_CASE("Of two signatures the one that is broken is named, and the other is not") {
    // The second one's own update.
    const auto at = once().size() + 20;
    auto changed = twice();
    const auto when = changed.find("(D:2026", at);
    REQUIRE(when != std::string::npos);
    changed[when + 14] = changed[when + 14] == '1' ? '2' : '1';
    const auto read = verifySigned(changed, both()).value();
    CHECK_FALSE(read.signatures[0].fault);
    REQUIRE(read.signatures[1].fault);
    CHECK(read.signatures[1].fault->code == "cms_broken");
    CHECK_FALSE(read.holds());

    const auto strange = verifySigned(twice(), {two().authority}).value();
    CHECK(strange.signatures[0].fault->code == "cms_untrusted");
    CHECK_FALSE(strange.signatures[1].fault);
}

TEST_CASE("What is put behind the last signature is told") {
    CHECK(codeOf(once() + "x") == "changed_after_signing");
    CHECK(codeOf(once() + "\n") == "changed_after_signing");
    CHECK(codeOf(once() + std::string(5000, 'x')) == "changed_after_signing");
    CHECK_FALSE(verifySigned(once() + "\n", both())->signatures.front().fault);
    CHECK_FALSE(verifySigned(once() + "\n", both())->holds());
}

TEST_CASE("An update that changes what a reader sees breaks the signature, and says where") {
    const auto plain = one().sign(kPlain);
    const auto update = [&](const char* object, std::size_t number) {
        const auto at = plain.size();
        const auto last =
            plain.substr(plain.rfind("startxref") + 10, plain.rfind("%%EOF") - plain.rfind("startxref") - 11);
        const auto text = std::to_string(number) + " 0 obj\n" + object + "\nendobj\n";
        std::string offset = std::to_string(at);
        offset.insert(0, 10 - offset.size(), '0');
        return plain + text + "xref\n" + std::to_string(number) + " 1\n" + offset +
               " 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev " + last + " >>\nstartxref\n" +
               std::to_string(at + text.size()) + "\n%%EOF\n";
    };
    const auto detail = [](const std::string& pdf) {
        const auto read = verifySigned(pdf, both()).value();
        CHECK(read.appended);
        return read.signatures.front().fault ? read.signatures.front().fault->detail : std::string();
    };
    CHECK(detail(update("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 300 ] >>", 3)).find("page 1 changed") !=
          std::string::npos);
    CHECK(detail(update("<< /Type /Pages /Kids [ 3 0 R 3 0 R ] /Count 2 >>", 2)).find("object 2 changed") !=
          std::string::npos);
    CHECK(
        detail(update("<< /Type /Catalog /Pages 2 0 R /Lang (de) /AcroForm << /Fields [ 5 0 R ] /SigFlags 3 >> >>", 1))
            .find("its catalog changed") != std::string::npos);
    // An object that nothing shows changes nothing, but the file is longer than what was signed.
    CHECK(detail(update("<< >>", 6)).empty());
}

TEST_CASE("A file cut short, none, or unsigned is told") {
    for (const auto part : {2U, 3U, 10U})
        CHECK(codeOf(once().substr(0, once().size() - once().size() / part)) != "good");
    CHECK(codeOf(once().substr(0, once().size() - 1)) == "byte_range_forged");
    CHECK(codeOf(once().substr(0, once().size() - 40)) == "pdf_unsigned");
    CHECK(codeOf("") == "pdf_unreadable");
    CHECK(codeOf("%PDF-1.7 nothing") == "pdf_unreadable");
    CHECK(codeOf(paper()) == "pdf_unsigned");
}

TEST_CASE("A forged byte range is told") {
    const auto at = paper().size();
    const auto open = once().find("/ByteRange [ 0 ", at) + 15;
    const auto range = once().substr(open, once().find(']', open) - open);
    const auto with = [&](std::string numbers) {
        numbers.resize(range.size(), ' ');
        return std::string(once()).replace(open, range.size(), numbers);
    };
    const auto size = std::to_string(once().size());
    CHECK(codeOf(with("10 " + size + " 5")) == "byte_range_forged");
    CHECK(codeOf(with("-1 2 3")) == "byte_range_forged");
    CHECK(codeOf(with("1 99999999999999999 3")) == "byte_range_forged");
    CHECK(codeOf(with("")) == "byte_range_forged");
    // The gap a little wider than the signature.
    const auto first = std::stoull(range);
    const auto rest = range.substr(range.find(' '));
    CHECK(codeOf(with(std::to_string(first - 1) + rest)) == "byte_range_forged");
}

TEST_CASE("A signature of one paper does not make another") {
    // Its dictionary moved under a changed paper: what it covers is not what is there.
    auto other = paper();
    other[other.size() / 2] = static_cast<char>(other[other.size() / 2] ^ 1);
    CHECK(codeOf(other + once().substr(paper().size())) != "good");
    const auto old = replaced(once(), "/ETSI.CAdES.detached", "/adbe.pkcs7.detached", paper().size());
    CHECK(codeOf(old) == "signature_unsupported");
}
