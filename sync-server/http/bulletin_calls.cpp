// The bulletin of published results: pages for people and the same as JSON, without an account; slowed down like every
// open call. Five minutes old is fresh enough: what was withdrawn is gone everywhere by then.
#include "shared/crypto/hash.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/papers/bulletin_page.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kNewest = std::uint64_t{1} << 62;
constexpr std::string_view kFresh = "public, max-age=300";

BulletinSources bulletinSources(Services& services, StoreReader& reader) {
    return {reader, services.head.get(), services.signer, services.trust, services.papers};
}

BulletinFrame frameOf(const Request& request, const Services& services) {
    return {textOf(request, "language") == "en" ? "en" : "zh", services.issuer.office, services.issuer.contact};
}

Response cached(const Request& request, Response response) {
    const auto tag = "\"" + crypto::sha256(response.body).hex().substr(0, 32) + "\"";
    // Answers say that nobody keeps them, unless they say otherwise; not both.
    std::erase_if(response.headers, [](const auto& one) { return one.first == "Cache-Control"; });
    response.with("ETag", tag).with("Cache-Control", std::string(kFresh));
    if (response.status == 200 && request.header("if-none-match") == tag) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

Response pageOf(const Request& request, std::string html, int status = 200) {
    auto out = textResponse(std::move(html), "text/html; charset=utf-8", status);
    out.with("Content-Security-Policy", "default-src 'none'; style-src " + bulletinStyleHash() +
                                            "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
    return cached(request, std::move(out));
}

}  // namespace

Response showBulletin(const Request& request, Services& services) {
    const auto frame = frameOf(request, services);
    const auto before = request.number("after", kNewest, kNewest);
    if (!before) return pageOf(request, nothingPage(frame), 404);
    const auto reader = services.readers.borrow();
    const auto sources = bulletinSources(services, *reader);
    const auto programme = textOf(request, "programme");
    if (programme.empty())
        return pageOf(request, programmesPage(bulletinProgrammes(textOf(request, "from"), sources), frame));
    const auto page = bulletinOf(programme, *before, sources);
    return page ? pageOf(request, bulletinPage(*page, frame)) : pageOf(request, nothingPage(frame), 404);
}

// 410 of what was withdrawn: whoever kept the address is told so, and no index lists it any longer.
Response showBulletinEntry(const Request& request, Services& services) {
    const auto frame = frameOf(request, services);
    const auto reader = services.readers.borrow();
    const auto entry = bulletinEntry(request.captures.front(), bulletinSources(services, *reader));
    if (!entry) return pageOf(request, nothingPage(frame), 404);
    const bool gone = entry->entry.says.state == records::PublicationState::withdrawn;
    return pageOf(request, entryPage(*entry, frame), gone ? 410 : 200);
}

Response listPublicProgrammes(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto programmes = bulletinProgrammes(textOf(request, "after"), bulletinSources(services, *reader));
    json::array items;
    for (const auto& one : programmes) items.push_back(toJson(one));
    json::object out{{"items", std::move(items)}, {"next", nullptr}};
    if (programmes.size() == kMostProgrammes) out["next"] = programmes.back().id;
    return cached(request, jsonResponse(out));
}

Response listPublicPublications(const Request& request, Services& services) {
    const auto programme = textOf(request, "programme");
    if (programme.empty())
        return problem({ErrorKind::malformed, "bad_query", "\"programme\" must name one of /v1/public/programmes"});
    const auto before = request.number("after", kNewest, kNewest);
    if (!before) return problem(before.error());
    const auto reader = services.readers.borrow();
    const auto page = bulletinOf(programme, *before, bulletinSources(services, *reader));
    if (!page) return problem(page.error());
    json::array items;
    for (const auto& one : page->entries) items.push_back(toJson(one));
    json::object out{{"programme", toJson(page->programme)}, {"items", std::move(items)}, {"next", nullptr}};
    if (page->next) out["next"] = std::to_string(*page->next);
    return cached(request, jsonResponse(out));
}

Response showPublicPublication(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    auto entry = bulletinEntry(request.captures.front(), bulletinSources(services, *reader));
    if (!entry) return problem(entry.error());
    json::object out{{"programme", toJson(entry->programme)}, {"entry", toJson(entry->entry)}};
    if (!entry->proof.empty()) out["proof"] = std::move(entry->proof);
    return cached(request, jsonResponse(out));
}

}  // namespace plumb::server
