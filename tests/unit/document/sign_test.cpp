// Signed PDFs: what a signature covers, that a second leaves the first good, and that whatever is changed is told.
#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "shared/document/sign/authority_line.h"
#include "shared/domain/trust.h"
#include "shared/domain/trust_body.h"
#include "shared/record/line.h"
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

TEST_CASE("Whoever knows the root needs nothing but the file") {
    const auto root = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto lineBy = [&](const crypto::PrivateKey& key, const crypto::PrivateKey& says) {
        record::Payload payload;
        payload.id = "0198d2c4-7a10-7c3e-8f21-0d4c3b2a1908";
        payload.type = domain::kDocumentsCertified;
        payload.seq = 1;
        payload.at = test::kSealedAt;
        payload.body = toBody(domain::AuthorityBody{says.publicKey(), one().authority.der()});
        return record::Line::sign(key, record::formatPayload(payload)).text();
    };
    const auto good = lineBy(root, root);
    CHECK(*readAuthority(good, root.kid()) == one().authority);
    CHECK(verifyUnderRoot(one().sign(paper(), good), root.kid())->holds());
    const auto stranger = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    for (const auto& line : {std::string(), std::string("line"), lineBy(stranger, root), lineBy(root, stranger),
                             lineBy(stranger, stranger)}) {
        CHECK(readAuthority(line, root.kid()).error().code == "authority_unknown");
        const auto read = verifyUnderRoot(one().sign(paper(), line), root.kid());
        CHECK(read->signatures.front().fault->code == "cms_untrusted");
    }
}

namespace {

struct Told {
    int code = 0;
    std::string text;
};

Told run(const std::string& command) {
    Told out;
    auto* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char piece[512];
    while (std::fgets(piece, sizeof piece, pipe)) out.text += piece;
    out.code = pclose(pipe);
    return out;
}

std::size_t countOf(const std::string& text, const std::string& word) {
    std::size_t out = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++out;
    return out;
}

}  // namespace

TEST_CASE("Foreign readers find the signatures good, and the files without a fault") {
    const auto folder = std::filesystem::temp_directory_path() / "plumb-sign-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "nss");
    const auto put = [&](const std::string& name, const std::string& content) {
        std::ofstream(folder / name, std::ios::binary) << content;
        return (folder / name).string();
    };
    const auto nss = (folder / "nss").string();
    REQUIRE(run("certutil -N -d sql:" + nss + " --empty-password").code == 0);
    for (const auto* office : {&one(), &two()}) {
        const auto file = put("ca.pem", office->authority.pem());
        REQUIRE(
            run("certutil -A -d sql:" + nss + " -n " + office->authority.hash().hex() + " -t C,C,C -i " + file).code ==
            0);
    }
    const auto verdict = [&](const std::string& name, const std::string& content) {
        const auto file = put(name, content);
        const auto checked = run("qpdf --check " + file);
        INFO(checked.text);
        CHECK(checked.code == 0);
        return run("pdfsig -nssdir sql:" + nss + " " + file).text;
    };
    const auto single = verdict("once.pdf", once());
    INFO(single);
    CHECK(countOf(single, "Signature is Valid.") == 1);
    CHECK(countOf(single, "Certificate is Trusted.") == 1);
    CHECK(countOf(single, "Total document signed") == 1);
    CHECK(countOf(single, "ETSI.CAdES.detached") == 1);
    const auto pair = verdict("twice.pdf", twice());
    INFO(pair);
    CHECK(countOf(pair, "Signature is Valid.") == 2);
    CHECK(countOf(pair, "Certificate is Trusted.") == 2);
    const auto plain = verdict("plain.pdf", two().sign(one().sign(kPlain)));
    CHECK(countOf(plain, "Signature is Valid.") == 2);
    auto changed = once();
    const auto when = changed.find("(D:2026", paper().size());
    changed[when + 14] = changed[when + 14] == '1' ? '2' : '1';
    CHECK(countOf(run("pdfsig -nssdir sql:" + nss + " " + put("changed.pdf", changed)).text, "Digest Mismatch.") == 1);
    std::filesystem::remove_all(folder);
}
