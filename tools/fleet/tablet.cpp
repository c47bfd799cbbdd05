#include "tools/fleet/tablet.h"

#include <algorithm>
#include <thread>

#include "shared/crypto/hash.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/inspection_sign.h"
#include "shared/sync/enrolment.h"
#include "tools/fleet/camera.h"
#include "tools/fleet/patient.h"
#include "tools/province/filling.h"

namespace plumb::fleet {
namespace {

using province::Random;

// Between two tries over a link that broke: tablets wait seconds, and a fleet's link is as good at once as later.
constexpr std::chrono::milliseconds kFirstPause{20}, kLongestPause{1000};
// Lines that are folded in one go.
constexpr std::size_t kFoldedAtOnce = 500;
// So often it is tried to send what the server says it does not hold.
constexpr int kMostRounds = 8;

[[noreturn]] void failed(const std::string& who, const Error& error) {
    throw std::runtime_error(who + ": " + error.detail + " (" + error.code + ")");
}

template <class T>
T must(Result<T> result, const std::string& who) {
    if (!result) failed(who, result.error());
    return std::move(*result);
}

// "host:port" of "https://host:port", and what stands before it.
std::pair<std::string, std::string> partsOf(const std::string& server) {
    const auto scheme = server.find("://");
    auto host = server.substr(scheme + 3);
    while (!host.empty() && host.back() == '/') host.pop_back();
    if (host.rfind(':') == std::string::npos || host.back() == ']')
        host += server.starts_with("https") ? ":443" : ":80";
    return {server.substr(0, scheme + 3), host};
}

// The items that will not pass: as many as the photos allow, which each of them asks for.
std::set<std::string> flaws(const province::AnswerBook& book, const Visit& visit, Random& random) {
    std::vector<std::string> can;
    for (const auto& item : book.document->items) {
        const auto found = book.items.find(item.id);
        const bool precondition = item.precondition != checklist::Precondition::none;
        if (!precondition && !item.veto && found != book.items.end() &&
            found->second.ways.contains(checklist::Verdict::fail))
            can.push_back(item.id);
    }
    std::set<std::string> out;
    const auto most = std::min({visit.photos, std::size_t{3}, can.size()});
    for (std::size_t count = most == 0 ? 0 : 1 + random.below(most); out.size() < count;) out.insert(random.pick(can));
    return out;
}

// Goes on with what was begun while the server is away.
Result<sync::Enrolled> enrol(const sync::EnrolRequest& asked) {
    auto out = sync::enrol(asked, systemNow);
    if (out || out.error().kind != ErrorKind::offline) return out;
    return patient([&]() -> Result<sync::Enrolled> {
        for (const auto& person : store::peopleOf(asked.home)) {
            const auto key = store::unlock(person.folder, asked.pin, systemNow());
            if (!key) return fail(key.error());
            return sync::finishEnrolment(person.folder, *key, systemNow);
        }
        return sync::enrol(asked, systemNow);
    });
}

}  // namespace

Tablet::Tablet(fault::Loop& loop, TabletOptions options) : m_options(std::move(options)) {
    auto invitation = m_options.invitation;
    const auto [scheme, address] = partsOf(invitation.server);
    fault::ProxyOptions link;
    link.to = address;
    m_proxy = std::make_unique<fault::Proxy>(loop, std::move(link));
    invitation.server = scheme + "127.0.0.1:" + std::to_string(m_proxy->port());
    const auto done =
        must(enrol({m_options.home, invitation, kPin, m_options.name, crypto::Suite::eddsa, {10}}), m_options.name);
    m_store = must(store::TabletStore::open(done.folder, done.key, systemNow), m_options.name);
    m_tables = store::DerivedTables::open(*m_store);
    m_engine = std::make_unique<sync::Engine>(
        *m_store, std::function<void(const sync::Progress&)>(),
        std::make_unique<MeteredCaller>(std::make_unique<sync::HttpClient>(done.profile.server, done.profile.pin),
                                        m_meter));
    if (const auto first = sync(); !first.done) throw std::runtime_error(m_options.name + ": " + first.problem);
}

void Tablet::goToField() {
    // What was said on the way here is not of the field.
    m_meter.reset();
    m_proxy->setScript(fault::parseScript(m_options.link).value(), m_options.linkSeed);
}

void Tablet::comeHome() {
    m_proxy->setScript({}, m_options.linkSeed);
}

void Tablet::follow() {
    while (!m_tables->follow(*m_store, kFoldedAtOnce)) {
    }
}

std::unique_ptr<sync::ServerLink> Tablet::link() const {
    const auto profile = must(m_store->profile(), name());
    const auto log = crypto::parseNoteKey(profile.logKey);
    auto out = std::make_unique<sync::ServerLink>(profile.server, profile.pin);
    const auto key = must(m_store->deviceKey(), name());
    if (const auto in = patient([&] { return out->login(key, log->name, systemNow); }); !in) failed(name(), in.error());
    return out;
}

Result<void> Tablet::fill(const store::DraftRow& draft, const Visit& visit, const FleetSite& site,
                          const province::AnswerBook& book) {
    const auto number = "visit " + std::to_string(visit.number);
    Random random(m_options.seed, number);
    const auto failing = flaws(book, visit, random);
    std::size_t taken = 0;
    const auto picture = [&] {
        return photo(m_options.photoBytes, Random(m_options.seed, number + " photo " + std::to_string(taken++)));
    };
    Error broken;
    province::FillRequest request;
    request.book = &book;
    request.sha256 = draft.checklist.hex();
    request.kind = "supervision";
    request.county = site.region;
    request.end = systemNow().utc;
    request.begin = request.end - visit.lasts;
    request.latitude = site.latitude;
    request.longitude = site.longitude;
    request.talkative = 0;
    request.sparing = true;
    request.deserved = [&](const checklist::Item& item) {
        return failing.contains(item.id) ? checklist::Verdict::fail : checklist::Verdict::pass;
    };
    request.takePicture = [&](const std::string&) {
        const auto file = m_store->importPicture(picture());
        if (!file) failed(name(), file.error());
        return file->sha256.hex();
    };
    request.facts = {{"target", "AA"}};
    const auto filled = province::fill(request, random);

    // One transaction a visit; what a tap costs is measured elsewhere (app.answer.p99).
    auto rows = store::answerEntries(filled.body.answers);
    rows.push_back(store::startedEntry(filled.body.started));
    for (auto& row : store::trailRows(filled.trail)) rows.push_back(std::move(row));
    auto photos = filled.photos;
    std::size_t wanted = taken;
    for (const auto& [item, count] : photos) wanted += static_cast<std::size_t>(count);
    for (; wanted < visit.photos; ++wanted) ++photos[random.pick(book.document->items).id];
    for (const auto& [item, count] : photos) {
        for (int i = 0; i < count; ++i) {
            store::PhotoMoment moment;
            moment.way = record::PhotoOrigin::Way::camera;
            const auto sealed = store::importPhoto(*m_store, item, picture(), "", moment);
            if (!sealed) return fail(sealed.error());
            rows.push_back(store::photoEntry(*sealed));
        }
    }
    return m_store->putEntries(draft.id, rows);
}

const Signed& Tablet::inspect(const Visit& visit, const FleetSite& site, const Books& books) {
    const auto& book = books.at(visit.checklist);
    const auto who = name() + ", visit " + std::to_string(visit.number);
    const auto draft = must(store::beginInspection(*m_store, site.id, book.document->id), who);
    if (const auto done = fill(draft, visit, site, book); !done) failed(who, done.error());
    store::SignRequest request;
    request.draft = draft.id;
    request.party.absent = "机队演练，被检查方未到场";
    const auto line = must(store::signInspection(*m_store, request), who);
    const auto payload = must(record::parsePayload(line.payload()), who);

    auto& out = m_signed.emplace_back();
    out.line = line.hash();
    out.id = payload.id;
    std::string photos;
    for (const auto& file : payload.files) {
        out.files.push_back(file.sha256);
        if (file.role == store::kTrailRole) continue;
        ++out.photos;
        photos += " " + file.item + ":" + file.sha256.hex().substr(0, 16);
    }
    out.findings = payload.body.at("findings").as_array().size();
    json::object answers;
    for (const auto* part : {"answers", "na", "notes", "facts"})
        if (const auto* said = payload.body.if_contains(part)) answers[part] = *said;
    out.told = "visit " + std::to_string(visit.number) + " " + visit.checklist + " " + site.id + " answers " +
               crypto::sha256(toText(answers)).hex().substr(0, 16) + " score " +
               crypto::sha256(toText(payload.body.at("score"))).hex().substr(0, 16) + " findings " +
               std::to_string(out.findings) + " photos" + photos;
    return out;
}

Synced Tablet::sync() {
    Synced out;
    const auto from = Steady::now();
    auto pause = kFirstPause;
    for (int rounds = 0; out.tries < m_options.mostTries;) {
        ++out.tries;
        const auto report = m_engine->run();
        if (report) out.pulled += report->pulled;
        if (report && report->waiting == 0 && report->files.missing == 0) {
            out.done = true;
            break;
        }
        if (report) {
            out.problem = report->problems.empty() ? "something still waits" : report->problems.front();
            if (++rounds == kMostRounds) break;
            continue;
        }
        out.problem = report.error().detail + " (" + report.error().code + ")";
        if (report.error().kind != ErrorKind::offline) break;
        const auto asked = m_engine->takeRetryAfter();
        std::this_thread::sleep_for(std::max<std::chrono::milliseconds>(pause, asked));
        pause = std::min(pause * 2, kLongestPause);
    }
    out.took = Steady::now() - from;
    if (const auto pushed = m_meter.figures().lastPush; pushed && *pushed > from) out.linesAfter = *pushed - from;
    follow();
    return out;
}

Result<bool> Tablet::listen(std::chrono::seconds wait) {
    auto came = m_engine->waitForNews(wait);
    if (came && *came) follow();
    return came;
}

}  // namespace plumb::fleet
