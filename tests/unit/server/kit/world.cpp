#include "tests/unit/server/kit/world.h"

#include <stdlib.h>

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/domain/trust.h"
#include "sync-server/auth/tuning.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/respond.h"
#include "sync-server/setup/init.h"
#include "sync-server/setup/open_intake.h"
#include "sync-server/setup/root_key.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"

namespace plumb::server::kit {

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "plumbserver-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path = name;
}
TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
    dropBelow(path);
}

World::World(Limits limits, std::int64_t maxPages, crypto::Suite suite)
    : m_now(parseInstant("2026-11-22T08:15:30.123+08:00").value().utc.time_since_epoch().count()), m_limits(limits) {
    InitOptions options;
    options.folder = folder();
    options.suite = suite;
    options.origin = "test.log";
    options.passphrase = "passphrase";
    options.cost = kTestCost;
    options.store = placeOf(folder().database()).url;
    m_uri = initialise(options, clock()).value().enrolUri;
    restart(maxPages);
}

Clock World::clock() {
    return [this] { return Instant{now(), std::chrono::hours(8)}; };
}

void World::restart(std::int64_t maxPages) {
    m_running.reset();
    m_tokens.clear();
    RunningOptions options;
    options.folder = folder();
    options.clock = clock();
    options.limits = m_limits;
    options.maxPages = maxPages;
    options.pictureMaker = m_pictureMaker;
    m_running = Running::open(std::move(options)).value();
}

void World::openIntake() {
    m_running.reset();
    {
        const auto config = loadConfig(folder()).value();
        const auto root = loadRootKey(folder().rootKey(), "passphrase").value();
        const auto store = openAt(folder().database());
        (void)plumb::server::openIntake(folder(), config, root, *store, clock()).value();
    }
    restart();
}

namespace {

// What a connection's request loop does piece by piece.
Response pulledWhole(Response response, const Route& route) {
    for (bool more = true; more;) {
        std::string piece;
        const auto pulled = pullFrom(*response.source, piece, route);
        if (pulled.refusal) return *pulled.refusal;
        response.body += piece;
        more = pulled.more;
    }
    response.source.reset();
    return response;
}

}  // namespace

Response World::call(const Call& call, const Author* caller) {
    return callAt(services(), call, caller ? token(*caller) : std::string());
}

Response callAt(Services& services, const Call& call, const std::string& token) {
    Request request;
    request.method = call.method;
    if (auto good = readTarget(call.target, request); !good) return problem(good.error());
    request.headers = call.headers;
    request.body = call.body;
    request.peer = call.peer;
    request.loopback = true;
    if (!token.empty()) request.headers.emplace_back("authorization", "Bearer " + token);
    auto admission = admit(request, request.body.size(), services);
    if (!admission.route) return admission.refusal;
    if (!admission.route->open) {
        auto response = respond(request, *admission.route, services);
        return response.source ? pulledWhole(std::move(response), *admission.route) : response;
    }
    const auto opened = openSink(request, *admission.route, services);
    if (!opened.sink) return opened.refusal;
    if (auto refusal = appendTo(*opened.sink, asBytes(request.body), *admission.route)) return *refusal;
    return finishSink(*opened.sink, *admission.route);
}

json::object World::answered(const Response& response, int status) {
    if (response.status != status)
        throw std::runtime_error("status " + std::to_string(response.status) + ": " + response.body);
    return parseJson(response.body).value().get_object();
}

std::string World::token(const Author& author) {
    auto& kept = m_tokens[author.kid()];
    if (kept.first.empty() || kept.second <= now()) {
        const auto answer = answered(call({Method::post, "/v1/token", tokenForm(author.assertion("test.log", now()))}));
        kept = {textAt(answer, "access_token").value(), now() + kTokenLife};
    }
    return kept.first;
}

Author& World::admin() {
    if (!m_admin) {
        m_admin.emplace(crypto::PrivateKey::generate(crypto::Suite::eddsa), clock());
        const auto line = claim(firstInvitation(), m_admin->key(), clock()());
        answered(call({Method::post, "/v1/enrol", line.text()}));
    }
    return *m_admin;
}

domain::Invitation World::invite(domain::Role role, std::vector<std::string> regions, std::chrono::hours life,
                                 std::vector<std::string> sites) {
    const auto inviteKey = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto at = clock()();
    const auto person = makeUuid7(at.utc);
    auto body = domain::inviteBody(inviteKey.publicKey(), person, "person " + person,
                                   {{role, std::move(regions), std::move(sites)}}, Instant{at.utc + life, at.offset});
    auto& author = admin();
    if (fate(author.say("invite.issued", std::move(body)), author) != "accepted")
        throw std::runtime_error("the invitation was refused");
    auto invitation = firstInvitation();
    invitation.suite = inviteKey.suite();
    invitation.secret = inviteKey.secret();
    return invitation;
}

Author World::enrol(domain::Role role, std::vector<std::string> regions, crypto::Suite suite,
                    std::vector<std::string> sites) {
    const auto invitation = invite(role, std::move(regions), std::chrono::hours(240), std::move(sites));
    Author author(crypto::PrivateKey::generate(suite), clock());
    answered(call({Method::post, "/v1/enrol", claim(invitation, author.key(), clock()()).text()}));
    return author;
}

json::object World::push(const std::vector<record::Line>& lines, const Author& carrier, std::uint64_t have) {
    return answered(call({Method::post, "/v1/records?have=" + std::to_string(have), joined(lines)}, &carrier));
}

std::string World::fate(const record::Line& line, const Author& carrier) {
    const auto answer = push({line}, carrier);
    const auto& result = answer.at("results").get_array().at(0).get_object();
    const auto status = textAt(result, "status").value();
    return status == "refused" ? textAt(result, "code").value() : status;
}

void World::upload(const std::string& content, const Author& author) {
    const std::string metadata = "sha256 " + toBase64(asBytes(crypto::sha256(content).hex())) + ",type " +
                                 toBase64(asBytes("application/octet-stream"));
    const Headers headers{
        {"tus-resumable", "1.0.0"}, {"upload-length", std::to_string(content.size())}, {"upload-metadata", metadata}};
    const auto made = call({Method::post, "/v1/uploads", {}, headers}, &author);
    if (made.status != 201) throw std::runtime_error(made.body);
    if (made.header("Upload-Offset") == std::to_string(content.size())) return;
    const auto sent = call(
        {Method::patch,
         std::string(made.header("Location")),
         content,
         {{"tus-resumable", "1.0.0"}, {"upload-offset", "0"}, {"content-type", "application/offset+octet-stream"}}},
        &author);
    if (sent.status != 204) throw std::runtime_error(sent.body);
}

void World::publish() {
    auto& author = admin();
    upload(checklistDocument(), author);
    const std::vector<record::Line> lines{
        author.say("checklist.published", checklistBody(checklistDocument()),
                   {{}, {}, {checklistFile(checklistDocument())}}),
        author.say("site.published", siteBody("yongchang-veg", "Yongchang", "620321"), {"yongchang-veg", "620321"})};
    const auto answer = push(lines, author);
    for (const auto& result : answer.at("results").get_array()) {
        if (textOr(result.get_object(), "status") != "accepted") throw std::runtime_error(toText(result));
    }
}

std::string joined(const std::vector<record::Line>& lines) {
    std::string out;
    for (const auto& line : lines) out.append(line.text()).append(1, '\n');
    return out;
}

}  // namespace plumb::server::kit
