// Random histories of people who invite, enrol, give, take, revoke, publish, inspect, amend and review, rightly and
// wrongly. What the book of trust and the facts believe, line by line in the log's order, is what a slow and obvious
// reference finds that looks at everything said before anew for each line. And no page of a log that was touched
// anywhere passes its proof. The random numbers come from a fixed seed: a failure repeats.
#include <catch2/catch.hpp>
#include <random>

#include "shared/base/uuid.h"
#include "shared/crypto/multi_proof.h"
#include "shared/domain/trust.h"
#include "shared/records/inspection/standing.h"

using namespace plumb;
using namespace plumb::domain;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();
const Instant kLater{kNow.utc + std::chrono::hours(24), kNow.offset};
constexpr const char* kRegions[] = {"62", "6203", "620321", "6209", "63", "630106", ""};
constexpr const char* kCounties[] = {"620321", "620921", "630106"};
constexpr const char* kSites[] = {"s1", "s2", "s3"};
constexpr const char* kNames[] = {"王芳", "李军", "马兰", "张伟"};
constexpr const char* kPersons[] = {"p1", "p2", "p3"};

class Chance {
  public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : m_engine() % n; }
    bool oneIn(std::size_t n) { return below(n) == 0; }
    template <class List>
    const auto& oneOf(const List& list) {
        return list[below(std::size(list))];
    }

  private:
    std::mt19937 m_engine;
};

// What one line says, in the plainest form.
struct Event {
    std::string type, author, id;
    std::string inviteKid, deviceKid, name, person;  // invite.issued, key.enrolled
    bool namesake = false;
    std::string target;  // of a revocation or a change
    std::vector<Grant> grants;
    std::string site, region, of, hash;
    std::uint64_t seen = 0;
    bool goodSignature = true;
};

// --- The reference. Nothing is kept between two questions.

using Events = std::vector<Event>;

struct Reference {
    const Events& events;
    const std::vector<bool>& good;  // of the events judged so far
    std::string root;

    [[nodiscard]] std::optional<std::size_t> enrolmentOf(const std::string& kid, std::size_t before) const {
        for (std::size_t i = 0; i < before; ++i) {
            if (good[i] && events[i].type == "key.enrolled" && events[i].deviceKid == kid) return i;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::size_t> inviteOf(const std::string& inviteKid, std::size_t before) const {
        for (std::size_t i = 0; i < before; ++i) {
            if (good[i] && events[i].type == "invite.issued" && events[i].inviteKid == inviteKid) return i;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool revoked(const std::string& kid, std::size_t before) const {
        for (std::size_t i = 0; i < before; ++i) {
            if (good[i] && events[i].type == "key.revoked" && events[i].target == kid) return true;
        }
        return false;
    }
    [[nodiscard]] std::vector<Grant> completed(std::vector<Grant> grants, const std::string& by, std::size_t at) const {
        for (auto& grant : grants) {
            if (grant.role != Role::enterprise || !grant.regions.empty()) continue;
            for (const auto& own : administered(by, at))
                grant.regions.insert(grant.regions.end(), own.regions.begin(), own.regions.end());
        }
        return grants;
    }
    // All that the key was ever given before, and whether it has it still.
    [[nodiscard]] std::vector<std::pair<Grant, bool>> given(const std::string& kid, std::size_t before) const {
        const auto enrolled = enrolmentOf(kid, before);
        if (!enrolled) return {};
        const auto invited = *inviteOf(events[*enrolled].author, *enrolled);
        std::vector<std::pair<Grant, bool>> out;
        for (auto& grant : completed(events[invited].grants, events[invited].author, invited))
            out.emplace_back(grant, true);
        for (std::size_t i = 0; i < before; ++i) {
            if (!good[i] || events[i].target != kid) continue;
            if (events[i].type == "role.granted") {
                for (auto& grant : completed(events[i].grants, events[i].author, i)) out.emplace_back(grant, true);
            } else if (events[i].type == "role.withdrawn") {
                for (auto& [has, still] : out) {
                    for (const auto& taken : events[i].grants) still = still && !has.isSameAs(taken);
                }
            }
        }
        return out;
    }
    [[nodiscard]] std::vector<Grant> grantsOf(const std::string& kid, std::size_t before) const {
        std::vector<Grant> out;
        for (auto& [grant, still] : given(kid, before)) {
            if (still) out.push_back(grant);
        }
        return out;
    }
    [[nodiscard]] std::vector<Grant> administered(const std::string& kid, std::size_t before) const {
        if (kid == root) return {{Role::administrator, {""}, {}}};
        if (revoked(kid, before)) return {};
        auto out = grantsOf(kid, before);
        std::erase_if(out, [](const Grant& grant) { return grant.role != Role::administrator; });
        return out;
    }
    static bool covers(const std::vector<Grant>& own, const std::string& region) {
        for (const auto& grant : own) {
            if (grant.covers(region)) return true;
        }
        return false;
    }
    static bool coversAll(const std::vector<Grant>& own, const std::vector<Grant>& grants) {
        for (const auto& grant : grants) {
            for (const auto& region : grant.regions) {
                if (!covers(own, region)) return false;
            }
        }
        return true;
    }
    [[nodiscard]] bool isGood(std::size_t at) const {
        const auto& said = events[at];
        if (!said.goodSignature) return false;
        if (said.type == "key.enrolled") {
            const auto invited = inviteOf(said.author, at);
            if (!invited || enrolmentOf(said.deviceKid, at)) return false;
            for (std::size_t i = 0; i < at; ++i) {
                if (good[i] && events[i].type == "key.enrolled" && events[i].author == said.author) return false;
            }
            return true;
        }
        if (said.type == "invite.issued") {
            const auto own = administered(said.author, at);
            if (own.empty()) return false;
            // The first id under a name is that name's.
            for (std::size_t i = 0; i < at; ++i) {
                if (!good[i] || events[i].type != "invite.issued" || events[i].name != said.name) continue;
                if (events[i].person != said.person && !said.namesake) return false;
                break;
            }
            return coversAll(own, said.grants);
        }
        if (said.type == "key.revoked" || said.type == "role.granted" || said.type == "role.withdrawn") {
            const auto own = administered(said.author, at);
            if (own.empty() || !enrolmentOf(said.target, at)) return false;
            if (said.type == "key.revoked") {
                std::vector<Grant> all;
                for (auto& [grant, still] : given(said.target, at)) all.push_back(grant);
                return coversAll(own, all);
            }
            if (revoked(said.target, at) || !coversAll(own, said.grants)) return false;
            if (said.type == "role.granted") return true;
            for (const auto& grant : said.grants) {
                bool has = false;
                for (const auto& one : grantsOf(said.target, at)) has = has || one.isSameAs(grant);
                if (!has) return false;
            }
            return true;
        }
        return isGoodRecord(at);
    }
    [[nodiscard]] bool isGoodRecord(std::size_t at) const {
        const auto& said = events[at];
        if (!enrolmentOf(said.author, at) || revoked(said.author, at)) return false;
        const Role needed = said.type == "site.published"          ? Role::administrator
                            : said.type.starts_with("inspection.") ? Role::inspector
                                                                   : Role::supervisor;
        auto own = grantsOf(said.author, at);
        std::erase_if(own, [&](const Grant& grant) { return grant.role != needed; });
        if (own.empty()) return false;
        if (said.type == "site.published") {
            if (!covers(own, said.region)) return false;
            for (std::size_t i = at; i-- > 0;) {
                if (good[i] && events[i].type == "site.published" && events[i].site == said.site)
                    return covers(own, events[i].region);
            }
            return true;
        }
        if (!covers(own, said.region)) return false;
        if (said.type == "inspection.submitted") {
            // Where the site lay when its author last looked, or has lain since.
            std::string lay;
            for (std::size_t i = 0; i < at; ++i) {
                if (!good[i] || events[i].type != "site.published" || events[i].site != said.site) continue;
                if (i < said.seen) {
                    lay = events[i].region;
                } else if (events[i].region == said.region) {
                    return true;
                }
            }
            return lay == said.region;
        }
        for (std::size_t i = 0; i < at; ++i) {
            if (!good[i] || events[i].id != said.of) continue;
            if (events[i].site != said.site || events[i].region != said.region) return false;
            if (said.type == "inspection.amended") return events[i].author == said.author;
            return personOf(events[i].author, at) != personOf(said.author, at);
        }
        return false;
    }
    [[nodiscard]] std::string personOf(const std::string& kid, std::size_t before) const {
        const auto enrolled = enrolmentOf(kid, before);
        return enrolled ? events[*inviteOf(events[*enrolled].author, *enrolled)].person : kid;
    }
};

// --- The history under test.

struct World {
    Chance chance;
    crypto::PrivateKey root = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    std::map<std::string, crypto::PrivateKey> keys;  // of devices and invitations
    std::vector<std::string> devices, invites;
    Events events;
    std::vector<record::Line> lines;
    std::vector<bool> good;  // by the reference

    explicit World(unsigned seed) : chance(seed) {}

    const crypto::PrivateKey& keyOf(const std::string& kid) const { return kid == root.kid() ? root : keys.at(kid); }
    std::string newKey() {
        auto key = crypto::PrivateKey::generate(crypto::Suite::eddsa);
        auto kid = key.kid();
        keys.emplace(kid, std::move(key));
        return kid;
    }
    Grant anyGrant() {
        const auto role = static_cast<Role>(chance.below(4));
        Grant out{role, {chance.oneOf(kRegions)}, {}};
        if (role == Role::enterprise) {
            out.sites = {chance.oneOf(kSites)};
            if (chance.oneIn(2)) out.regions.clear();
        }
        return out;
    }
    [[nodiscard]] Reference reference() const { return {events, good, root.kid()}; }
    // Mostly somebody who has the role now, and for the region where one is named: else nearly nothing would be
    // believed.
    std::string someone(Role role, const std::string& region = "") {
        const auto known = reference();
        std::vector<std::string> fit;
        for (const auto& kid : devices) {
            if (known.revoked(kid, events.size())) continue;
            for (const auto& grant : known.grantsOf(kid, events.size())) {
                if (grant.role == role && (region.empty() || grant.covers(region))) fit.push_back(kid);
            }
        }
        return fit.empty() || chance.oneIn(5) ? anyone() : chance.oneOf(fit);
    }
    std::string anyone() { return devices.empty() || chance.oneIn(8) ? root.kid() : chance.oneOf(devices); }

    Event next() {
        Event said;
        said.id = makeUuid7(kNow.utc);
        said.seen = chance.below(events.size() + 1);
        const auto kind = devices.size() < 4 ? chance.below(4) : chance.below(16);
        if (kind < 2) {
            said.type = "invite.issued";
            said.author = someone(Role::administrator);
            said.inviteKid = newKey();
            said.name = chance.oneOf(kNames);
            said.person = chance.oneOf(kPersons);
            said.namesake = chance.oneIn(2);
            said.grants = {anyGrant()};
            if (chance.oneIn(3)) said.grants.push_back(anyGrant());
            invites.push_back(said.inviteKid);
        } else if (kind < 4 && !invites.empty()) {
            said.type = "key.enrolled";
            said.author = chance.oneOf(invites);
            said.deviceKid = !devices.empty() && chance.oneIn(6) ? chance.oneOf(devices) : newKey();
            devices.push_back(said.deviceKid);
        } else if (kind < 8 && !devices.empty()) {
            constexpr const char* kTypes[] = {"key.revoked", "role.granted", "role.withdrawn"};
            said.type = kind == 4 && !chance.oneIn(3) ? kTypes[1] : chance.oneOf(kTypes);
            said.author = someone(Role::administrator);
            said.target = chance.oneOf(devices);
            said.grants = {anyGrant()};
            const auto has = reference().grantsOf(said.target, events.size());
            if (said.type == kTypes[2] && !has.empty() && !chance.oneIn(4)) said.grants = {chance.oneOf(has)};
            if (said.type == kTypes[0] && !chance.oneIn(3)) said.type = kTypes[2 - chance.below(2)];
        } else if (kind < 10 || !hasSubmission()) {
            const bool site = kind < 10 || devices.empty();
            said.type = site ? "site.published" : "inspection.submitted";
            said.site = chance.oneOf(kSites);
            said.region = site ? chance.oneOf(kCounties) : regionOf(said.site);
            said.author = someone(site ? Role::administrator : Role::inspector, said.region);
        } else if (kind < 13) {
            said.type = "inspection.submitted";
            said.site = chance.oneOf(kSites);
            said.region = chance.oneIn(5) ? chance.oneOf(kCounties) : regionOf(said.site);
            said.author = someone(Role::inspector, said.region);
        } else {
            constexpr const char* kTypes[] = {"inspection.amended", "review.accepted", "review.returned"};
            said.type = chance.oneOf(kTypes);
            const auto& of = anySubmission();
            said.of = of.id;
            said.author = said.type == kTypes[0] && !chance.oneIn(4) ? of.author : someone(Role::supervisor, of.region);
            said.site = chance.oneIn(8) ? chance.oneOf(kSites) : of.site;
            said.region = chance.oneIn(8) ? chance.oneOf(kCounties) : of.region;
            said.hash = newestOf(said.of);
        }
        if (said.author.empty()) said.author = root.kid();
        said.goodSignature = !chance.oneIn(20);
        return said;
    }
    std::string regionOf(const std::string& site) {
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            const auto at = static_cast<std::size_t>(events.rend() - event) - 1;
            if (good[at] && event->type == "site.published" && event->site == site) return event->region;
        }
        return chance.oneOf(kCounties);
    }
    bool hasSubmission() const {
        return std::any_of(events.begin(), events.end(),
                           [](const auto& e) { return e.type == "inspection.submitted"; });
    }
    const Event& anySubmission() {
        std::vector<const Event*> all;
        for (const auto& event : events) {
            if (event.type == "inspection.submitted") all.push_back(&event);
        }
        for (std::size_t i = 0; i < events.size(); ++i) {
            // Those that are believed, twice.
            if (good[i] && events[i].type == "inspection.submitted") all.insert(all.end(), 2, &events[i]);
        }
        return *chance.oneOf(all);
    }
    std::string newestOf(const std::string& id) {
        std::string out;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const bool version = events[i].id == id || (events[i].type == "inspection.amended" && events[i].of == id);
            if (version && (out.empty() || !chance.oneIn(3))) out = lines[i].hash().hex();
        }
        return out;
    }

    record::Line sign(const Event& said, bool first) {
        if (said.type == "key.enrolled" && said.goodSignature)
            return enrolLine(keyOf(said.author), keyOf(said.deviceKid), "device", kNow);
        record::Payload payload;
        payload.id = said.id;
        payload.type = said.type;
        payload.seq = 1;
        payload.at = kNow;
        payload.site = said.site;
        payload.region = said.region;
        if (said.seen > 0) payload.seen = record::Seen{said.seen, {}};
        const auto rootKey = root.publicKey();
        if (said.type == "invite.issued") {
            payload.body = inviteBody(keyOf(said.inviteKid).publicKey(), said.person, said.name, said.grants, kLater,
                                      first ? &rootKey : nullptr, "", said.namesake);
        } else if (!said.target.empty()) {
            payload.body = {{"key", said.target}, {"grants", grantsToJson(said.grants)}};
        } else if (said.type == "site.published") {
            payload.body = {{"id", said.site}, {"region", said.region}};
        } else if (!said.of.empty()) {
            payload.body = {{"of", said.of}, {"hash", said.hash}};
        }
        auto line = record::Line::sign(keyOf(said.author), record::formatPayload(payload));
        if (said.goodSignature) return line;
        // The author's name over somebody else's signature.
        const auto other =
            record::Line::sign(crypto::PrivateKey::generate(crypto::Suite::eddsa), line.payload()).text();
        return record::Line::parse(line.text().substr(0, line.text().find("..")) + other.substr(other.find("..")))
            .value();
    }

    void live(std::size_t count) {
        while (events.size() < count) {
            auto said = events.empty() ? Event{} : next();
            if (events.empty()) {
                said.id = makeUuid7(kNow.utc);
                said.type = "invite.issued";
                said.author = root.kid();
                said.inviteKid = newKey();
                said.name = "根";
                said.person = "p0";
                said.grants = {{Role::administrator, {"62"}, {}}, {Role::supervisor, {"62"}, {}}};
                invites.push_back(said.inviteKid);
            }
            lines.push_back(sign(said, events.empty()));
            events.push_back(std::move(said));
            good.push_back(Reference{events, good, root.kid()}.isGood(events.size() - 1));
        }
    }
};

record::Payload payloadOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value();
}

}  // namespace

TEST_CASE("what is believed, line by line, is what an obvious reference finds") {
    std::map<std::string, std::pair<int, int>> seen;  // of each type: believed, not believed
    for (unsigned seed = 1; seed <= 60; ++seed) {
        World world(seed);
        world.live(90);
        const Reference reference{world.events, world.good, world.root.kid()};
        TrustBook book(world.root.kid());
        FactBook facts;
        for (std::size_t i = 0; i < world.events.size(); ++i) {
            const auto& line = world.lines[i];
            const auto payload = payloadOf(line);
            Result<void> done;
            if (isTrustType(payload.type)) {
                done = book.add(line, payload, i);
            } else if (const auto by = book.checkAuthor(line, payload, i, facts); !by) {
                done = fail(by.error());
            }
            if (done) facts.add(payload, line.kid(), i);
            const bool expected = reference.good[i];
            auto& counts = seen[payload.type];
            ++(expected ? counts.first : counts.second);
            INFO("seed " << seed << ", line " << i << ", " << payload.type << ": "
                         << (done ? "believed" : done.error().code + " " + done.error().detail));
            REQUIRE(done.has_value() == expected);
        }
        // Asked again at the end, each line as of its own place, nothing has changed.
        for (std::size_t i = 0; i < world.events.size(); ++i) {
            const auto payload = payloadOf(world.lines[i]);
            if (isTrustType(payload.type)) {
                REQUIRE(book.holds(i) == reference.good[i]);
                continue;
            }
            FactBook before;
            for (std::size_t k = 0; k < i; ++k) {
                if (reference.good[k]) before.add(payloadOf(world.lines[k]), world.lines[k].kid(), k);
            }
            REQUIRE(book.checkAuthor(world.lines[i], payload, i, before).has_value() == reference.good[i]);
        }
    }
    // The histories reach every rule from both sides.
    CHECK(seen.size() == 10);
    for (const auto& [type, counts] : seen) {
        INFO(type << ": " << counts.first << " believed, " << counts.second << " not");
        CHECK(counts.first >= 10);
        CHECK(counts.second >= 10);
    }
}

TEST_CASE("no page of the feed that was touched anywhere passes its proof") {
    Chance chance(7);
    for (int round = 0; round < 300; ++round) {
        const std::size_t size = 2 + chance.below(300);
        std::vector<Sha256> leaves;
        for (std::size_t i = 0; i < size; ++i)
            leaves.push_back(crypto::leafHash(asBytes("line " + std::to_string(round) + "/" + std::to_string(i))));
        std::map<std::pair<int, std::uint64_t>, Sha256> nodes;
        crypto::CompactRange range;
        for (const auto& leaf : leaves) {
            for (const auto& node : range.append(leaf)) nodes[{node.id.level, node.id.index}] = node.hash;
        }
        const auto read = [&](crypto::NodeId id) { return nodes.at({id.level, id.index}); };
        std::vector<std::uint64_t> wanted;
        for (std::size_t i = 0; i < size; ++i) {
            if (chance.oneIn(3)) wanted.push_back(i);
        }
        if (wanted.empty()) wanted.push_back(chance.below(size));
        const auto proof = crypto::multiProof(wanted, size, read);
        std::vector<crypto::PlacedLeaf> page;
        for (const auto index : wanted) page.push_back({index, leaves[index]});
        REQUIRE(crypto::verifyMultiProof(page, size, proof, range.root()));

        const auto passes = [&](const std::vector<crypto::PlacedLeaf>& touched) {
            return crypto::verifyMultiProof(touched, size, proof, range.root());
        };
        const auto at = chance.below(page.size());
        auto forged = page;
        forged[at].hash.bytes[chance.below(32)] ^= static_cast<std::uint8_t>(1 + chance.below(255));
        CHECK_FALSE(passes(forged));
        auto moved = page;
        moved[at].index += 1;
        CHECK_FALSE(passes(moved));
        auto cut = page;
        cut.erase(cut.begin() + static_cast<std::ptrdiff_t>(at));
        CHECK_FALSE(passes(cut));
        auto doubled = page;
        doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(at), page[at]);
        CHECK_FALSE(passes(doubled));
        auto foreign = page;
        foreign[at].hash = crypto::leafHash(asBytes("a line of another log"));
        CHECK_FALSE(passes(foreign));
        if (page.size() > 1) {
            auto swapped = page;
            std::swap(swapped[0].hash, swapped[1 + chance.below(page.size() - 1)].hash);
            CHECK_FALSE(passes(swapped));
            auto reordered = page;
            std::swap(reordered.front(), reordered.back());
            CHECK_FALSE(passes(reordered));
        }
    }
}
