// Document keys and issued papers: who certifies, whose key is certified, and that a record names a PDF only where the
// PDF is the paper of its record, signed by its author.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/jws.h"
#include "shared/document/papers/papers.h"
#include "shared/document/sign/authority_line.h"
#include "shared/document/sign/sign_pdf.h"
#include "shared/records/document/issued.h"
#include "sync-server/setup/backup.h"
#include "sync-server/setup/certify_documents.h"
#include "sync-server/setup/init.h"
#include "sync-server/setup/root_key.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

crypto::PrivateKey rootOf(const DataFolder& folder) {
    return loadRootKey(folder.rootKey(), "passphrase").value();
}

// The certificate, or the code of the refusal.
std::string certified(World& world, const CertifyOptions& options) {
    world.stop();
    std::string out;
    {
        const auto folder = world.folder();
        auto store = kit::openAt(folder.database());
        const auto made =
            certifyDocuments(folder, loadConfig(folder).value(), rootOf(folder), *store, options, world.clock());
        out = made ? made->name() : made.error().code;
    }
    world.restart();
    return out;
}

struct Office {
    World world;
    std::string authority = certified(world, {"示例局", false});
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"62"});
    std::string record;
    Sha256 version;

    Office() {
        const auto line = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
        if (world.fate(line, inspector) != "accepted") throw std::runtime_error("refused");
        record = record::parsePayload(line.payload()).value().id;
        version = line.hash();
    }

    std::string paper(const std::string& name = "inspection_record") {
        return world.get("/v1/query/records/" + record + "/papers/" + name + ".pdf", &inspector).body;
    }
    json::object ask(const Author& author, const crypto::PrivateKey& key, int status = 200) {
        const auto proof =
            crypto::signDetached(key, domain::kDocumentKeyTyp, domain::documentKeyText(author.kid(), key.kid()));
        return world.answered(world.call({Method::post, "/v1/documents/certificate",
                                          toText(json::object{{"key", key.publicKey().jwk()}, {"proof", proof}})},
                                         &author),
                              status);
    }
    // The paper with this person's signature in it.
    std::string sealed(const Author& author, const std::string& pdf) {
        const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
        const auto answer = ask(author, key);
        const auto certificateOf = [&](const char* name) {
            return crypto::Certificate::fromDer(fromBase64(textOr(answer, name)).value()).value();
        };
        const auto certificate = certificateOf("certificate"), by = certificateOf("authority");
        return document::signPdf(pdf, {key, certificate, by, textOr(answer, "line")}, world.clock()()).value();
    }
    record::Line issue(Author& author, const std::string& pdf, const std::string& paper = "inspection_record") {
        const records::IssuedBody says{record,
                                       version,
                                       paper,
                                       "zh",
                                       document::builtinLayout(paper, "zh")->hash(),
                                       crypto::sha256(pdf),
                                       "620321-2026-K7M2QX-1"};
        Said said{"yongchang-veg", "620321", {{says.pdf, pdf.size(), "application/pdf", "paper", ""}}, {}};
        return author.say("document.issued", records::toBody(says), std::move(said));
    }
    std::string fate(Author& author, const std::string& pdf) {
        world.upload(pdf, author);
        return world.fate(issue(author, pdf), author);
    }
};

}  // namespace

TEST_CASE("the root names one authority of document keys, and another only where it is asked for") {
    World world;
    CHECK(certified(world, {std::string(62, 'x'), false}) == "bad_name");
    CHECK(certified(world, {"示例局", false}) == "示例局 CA");
    CHECK(certified(world, {"示例局", false}) == "documents_certified");
    CHECK(certified(world, {"another", true}) == "another CA");
    const auto lines = world.services().trust.documentAuthorities();
    REQUIRE(lines.size() == 2);
    const auto rootKid = world.services().rootKid;
    CHECK(document::readAuthority(lines[0].text, rootKid)->name() == "示例局 CA");
    CHECK(*document::readAuthority(lines[1].text, rootKid) == world.services().documents->certificate);
    // A backup has it, and what was made from it serves on.
    world.stop();
    const auto copy = world.folder().path.string() + "-copy";
    REQUIRE(makeBackup(world.folder(), copy));
    CHECK(loadDocumentAuthority(DataFolder{copy}).value()->certificate.name() == "another CA");
    std::filesystem::remove_all(copy);
}

TEST_CASE("an attempt that was cut short between key and line is taken up again with the same key") {
    World world;
    world.stop();
    auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto certificate = crypto::makeAuthority(key, "begun", world.clock()().utc).value();
    saveDocumentAuthority(world.folder(), {std::move(key), certificate});
    world.restart();
    CHECK(world.services().documents);
    CHECK_FALSE(authorityLine(*world.services().documents, world.services().trust));
    CHECK(certified(world, {"other", false}) == "begun CA");
    CHECK(world.services().documents->certificate == certificate);
}

TEST_CASE("init makes the authority where it is asked to, as line 1 of the log") {
    TempFolder folder;
    InitOptions options;
    options.folder.path = folder.path / "data";
    options.passphrase = "passphrase";
    options.cost = kTestCost;
    options.documents = true;
    const auto made = initialise(options, systemNow).value();
    RunningOptions running;
    running.folder = options.folder;
    const auto server = Running::open(std::move(running)).value();
    const auto lines = server->services().trust.documentAuthorities();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].index == 1);
    CHECK(server->services().documents->certificate.name() == made.origin + " CA");
}

TEST_CASE("a document key is certified for whoever asks with her own key, and for nobody else") {
    Office office;
    const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto answer = office.ask(office.inspector, key);
    const auto certificate = crypto::Certificate::fromDer(fromBase64(textOr(answer, "certificate")).value()).value();
    CHECK(certificate.isFor(key.publicKey()));
    CHECK(certificate.holder() == office.inspector.kid());
    CHECK(certificate.office() == "示例局");
    CHECK(certificate.issuer() == "示例局 CA");
    CHECK(textOr(answer, "line") == office.world.services().trust.documentAuthorities()[0].text);

    const auto code = [&](const Author& author, json::object body) {
        const auto response = office.world.call({Method::post, "/v1/documents/certificate", toText(body)}, &author);
        return textOr(parseJson(response.body)->get_object(), "code");
    };
    const auto proofBy = [](const crypto::PrivateKey& by, const std::string& caller, const std::string& kid) {
        return crypto::signDetached(by, domain::kDocumentKeyTyp, domain::documentKeyText(caller, kid));
    };
    const auto jwk = key.publicKey().jwk();
    const auto other = crypto::PrivateKey::generate(crypto::Suite::es256);
    // Somebody else's proof is of no use, nor one for another key; and no other suite will do.
    CHECK(code(office.supervisor, {{"key", jwk}, {"proof", proofBy(key, office.inspector.kid(), key.kid())}}) ==
          "bad_proof");
    CHECK(code(office.inspector, {{"key", jwk}, {"proof", proofBy(other, office.inspector.kid(), key.kid())}}) ==
          "bad_proof");
    CHECK(code(office.inspector, {{"key", jwk}}) == "bad_proof");
    CHECK(code(office.inspector, {{"key", "x"}}) == "bad_request");
    const auto ed = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    CHECK(code(office.inspector, {{"key", ed.publicKey().jwk()},
                                  {"proof", proofBy(ed, office.inspector.kid(), ed.kid())}}) == "bad_request");
    const auto auditor = office.world.enrol(domain::Role::auditor, {"62"});
    CHECK(code(auditor, {{"key", jwk}, {"proof", proofBy(key, auditor.kid(), key.kid())}}) == "wrong_role");

    World none;
    const auto inspector = none.enrol(domain::Role::inspector, {"62"});
    const auto refused = none.call({Method::post, "/v1/documents/certificate", "{}"}, &inspector);
    CHECK(textOr(parseJson(refused.body)->get_object(), "code") == "documents_uncertified");
}

TEST_CASE("a paper is issued where it is the record's own, signed by its author last") {
    Office office;
    const auto once = office.sealed(office.inspector, office.paper());
    const auto twice = office.sealed(office.supervisor, once);
    // The file first.
    CHECK(office.world.fate(office.issue(office.supervisor, twice), office.supervisor) == "file_missing");
    CHECK(office.fate(office.supervisor, once) == "paper_stranger");
    CHECK(office.fate(office.supervisor, office.paper()) == "paper_unsealed");
    CHECK(office.fate(office.supervisor, twice + "%") == "paper_unsealed");
    auto changed = twice;
    changed[changed.find("/Producer") + 1] ^= 1;
    CHECK(office.fate(office.supervisor, changed) == "paper_unsealed");
    CHECK(office.fate(office.supervisor, "no PDF") == "paper_unsealed");
    CHECK(office.fate(office.supervisor, office.sealed(office.supervisor, office.paper("score_sheet"))) ==
          "paper_differs");
    CHECK(office.fate(office.supervisor, twice) == "accepted");

    const auto described =
        office.world.answered(office.world.get("/v1/query/records/" + office.record, &office.inspector));
    REQUIRE(described.at("documents").get_array().size() == 1);
    const auto open =
        office.world.answered(office.world.get("/v1/public/records/" + office.version.hex().substr(0, 32)));
    REQUIRE(open.at("issued").get_array().size() == 1);
    const auto& issued = open.at("issued").get_array()[0].get_object();
    const auto hash = crypto::sha256(twice).hex();
    CHECK(textOr(issued, "pdf") == hash);
    const auto paper = office.world.answered(office.world.get("/v1/public/papers/" + hash));
    CHECK(textOr(paper, "fingerprint") == office.version.hex().substr(0, 32));
    CHECK(textOr(paper, "by") == crypto::sha256(office.supervisor.kid()).hex());
    CHECK(office.world.get("/v1/public/papers/" + crypto::sha256(once).hex()).status == 404);
    CHECK(office.world.get("/v1/public/papers/x").status == 400);
}

TEST_CASE("a paper of a version that was amended is not issued any more, and one of no record never") {
    Office office;
    const auto sealed = office.sealed(office.supervisor, office.paper());
    auto body = inspectionBody(10);
    body["of"] = office.record;
    body["reason"] = "补充";
    const auto amended = office.inspector.say("inspection.amended", body, {"yongchang-veg", "620321"});
    REQUIRE(office.world.fate(amended, office.inspector) == "accepted");
    CHECK(office.fate(office.supervisor, sealed) == "paper_differs");
    // The paper of the amendment, said to be of the version before.
    const auto next = office.sealed(office.supervisor, office.paper());
    CHECK(office.fate(office.supervisor, next) == "version_unknown");
    office.version = amended.hash();
    CHECK(office.fate(office.supervisor, next) == "accepted");
    office.record = "0198d2c4-7a10-7c3e-8f21-0d4c3b2a1908";
    CHECK(office.fate(office.supervisor, next) != "accepted");
}

TEST_CASE("nobody issues papers of records beyond her own rights") {
    Office office;
    auto elsewhere = office.world.enrol(domain::Role::supervisor, {"63"});
    auto administrator = office.world.enrol(domain::Role::administrator, {"62"});
    const auto sealed = office.sealed(elsewhere, office.paper());
    CHECK(office.fate(elsewhere, sealed) == "record_unknown");
    CHECK(office.fate(administrator, office.sealed(office.supervisor, office.paper())) == "paper_stranger");
}
