#include <catch2/catch.hpp>

#include <fstream>

#include "sync-server/setup/init.h"
#include "sync-server/setup/qr.h"
#include "sync-server/setup/root_key.h"
#include "sync-server/tls/certificate.h"
#include "sync-server/tls/tls_context.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

InitOptions optionsFor(const TempFolder& folder) {
    InitOptions options;
    options.folder.path = folder.path / "data";
    options.passphrase = "passphrase";
    options.cost = kTestCost;
    return options;
}

std::string textOf(const std::filesystem::path& file) {
    return readWholeFile(file).value();
}

}  // namespace

TEST_CASE("init makes a server of every suite, whose invitation is whole") {
    for (const auto suite : {crypto::Suite::eddsa, crypto::Suite::es256, crypto::Suite::sm2}) {
        TempFolder folder;
        auto options = optionsFor(folder);
        options.suite = suite;
        const auto made = initialise(options, systemNow).value();
        const auto invitation = domain::parseInvitation(made.enrolUri).value();
        CHECK(invitation.server == "https://127.0.0.1:8443");
        CHECK(invitation.rootKid == made.rootKid);
        CHECK(invitation.suite == (suite == crypto::Suite::sm2 ? crypto::Suite::sm2 : crypto::Suite::es256));
        CHECK(invitation.pin == pinOf(textOf(options.folder.certificate())).value());
        CHECK(crypto::parseNoteKey(invitation.logKey).value().name == made.origin);
    }
}

TEST_CASE("init refuses a folder that is not empty, and changes nothing in it") {
    TempFolder folder;
    const auto options = optionsFor(folder);
    std::filesystem::create_directories(options.folder.path);
    std::ofstream(options.folder.path / "notes.txt") << "mine";
    CHECK(initialise(options, systemNow).error().code == "folder_not_empty");
    CHECK(std::distance(std::filesystem::directory_iterator(options.folder.path), {}) == 1);
}

TEST_CASE("addresses and names are checked before anything is made") {
    TempFolder folder;
    auto options = optionsFor(folder);
    for (const char* url :
         {"ftp://host", "https://", "host:8443", "https://host/path", "http://example.invalid:8080"}) {
        options.url = url;
        INFO(url);
        CHECK(initialise(options, systemNow).error().code == "bad_url");
    }
    options.url = "http://127.0.0.1:8080";
    options.origin = "two words";
    CHECK(initialise(options, systemNow).error().code == "bad_origin");
    CHECK_FALSE(std::filesystem::exists(options.folder.path));
    options.origin = "log.example";
    // Plain loopback has no certificate to pin.
    CHECK(domain::parseInvitation(initialise(options, systemNow).value().enrolUri).value().pin.empty());
}

TEST_CASE("the root key opens with its passphrase only, and invites another administrator") {
    World world;
    const auto folder = world.folder();
    CHECK(loadRootKey(folder.rootKey(), "wrong").error().code == "bad_passphrase");
    const auto root = loadRootKey(folder.rootKey(), "passphrase").value();
    CHECK(root.kid() == world.firstInvitation().rootKid);
    CHECK_THAT(textOf(folder.rootKey()), !Catch::Contains(toBase64Url(root.secret())));

    // Never beside a running server.
    CHECK(FolderLock::take(folder).error().code == "folder_in_use");
    world.stop();
    std::string uri;
    {
        const auto lock = FolderLock::take(folder).value();
        auto store = kit::openAt(folder.database());
        uri = inviteByRoot(folder, loadConfig(folder).value(), root, *store, {"second"}, world.clock()).value();
    }
    world.restart();
    const Author second(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto line = claim(domain::parseInvitation(uri).value(), second.key(), world.clock()());
    CHECK(world.call({Method::post, "/v1/enrol", line.text()}).status == 200);
    CHECK(world.services().readers.borrow()->chain(root.kid())->tipSeq == 2);
}

TEST_CASE("a folder that is none is refused with what to do") {
    TempFolder folder;
    RunningOptions options;
    options.folder.path = folder.path;
    const auto opened = Running::open(options);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "not_initialised");
    CHECK_THAT(opened.error().detail, Catch::Contains("plumbserver init"));
}

TEST_CASE("a certificate serves TLS with its own key and no other") {
    const auto mine = makeCertificate({"203.0.113.5", "host.example"}, systemNow().utc),
               other = makeCertificate({}, systemNow().utc);
    CHECK(TlsContext::make(mine.certificatePem, mine.keyPem));
    CHECK(TlsContext::make(mine.certificatePem, other.keyPem).error().code == "bad_certificate");
    CHECK(TlsContext::make("nonsense", mine.keyPem).error().code == "bad_certificate");
    CHECK(pinOf(mine.certificatePem).value() != pinOf(other.certificatePem).value());
    CHECK_THROWS(makeCertificate({"a,DNS:evil"}, systemNow().utc));
}

TEST_CASE("the QR code in the terminal is made of half blocks, two rows a line") {
    const auto code = terminalQr("plumb://enrol?s=https%3A%2F%2F127.0.0.1%3A8443");
    CHECK_THAT(code, Catch::Contains("\u2580") && Catch::Contains("\u2584") && Catch::Contains("\u2588"));
    CHECK(std::count(code.begin(), code.end(), '\n') > 14);
}
