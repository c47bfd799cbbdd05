#include "sync-server/intake/rating_desk.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "shared/base/china_day.h"
#include "shared/base/spoken_code.h"
#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/domain/complaint_rights.h"
#include "shared/records/inspection/visit_code.h"

namespace plumb::server {
namespace {

constexpr std::size_t kKey = 32, kProvince = 2, kRegionStep = 2;

RateLimiter::Time timeOf(const Instant& now) {
    return RateLimiter::Time(now.utc.time_since_epoch());
}

}  // namespace

RatingDesk::RatingDesk(IntakeVoice& voice, RatingPlaces place)
    : m_voice(voice), m_place(std::move(place)), m_work(m_place.clock, crypto::randomBytes(kKey)) {}

Result<RatingDesk::Found> RatingDesk::find(std::string_view typed) const {
    const auto code = readSpokenCode(typed);
    const auto hash = code ? records::visitCodeHash(*code) : Sha256();
    const auto visit = code ? RatingRows(*m_place.readers.borrow()).visitOf(hash) : std::nullopt;
    if (!visit)
        return fail(ErrorKind::notFound, "code_unknown",
                    "no visit under this code is known here yet; its record may still be on the way");
    const auto regions = m_place.trust.regionsOfPerson(m_place.trust.personId(visit->kid));
    Found out{*visit, hash, domain::regionOfAll(regions), false};
    out.read = domain::regionAbove(regions).has_value();
    if (out.office.empty()) out.office = visit->region.substr(0, kProvince);
    return out;
}

bool RatingDesk::isLate(const RatedVisit& visit) const {
    return chinaDay(m_place.clock().utc) > chinaDay(visit.at.utc) + std::chrono::days(records::kDaysToRate);
}

Result<json::object> RatingDesk::describe(std::string_view typed) const {
    const auto found = find(typed);
    if (!found) return fail(found.error());
    const auto* state = m_place.box.isUsed(found->code) ? "used" : isLate(found->visit) ? "late" : "open";
    return json::object{{"state", state},
                        {"day", dayText(chinaDay(found->visit.at.utc))},
                        {"office", found->office},
                        {"texts", found->read},
                        {"inspector", found->visit.kid}};
}

Result<void> RatingDesk::mayCome(const std::string& peer) {
    const std::lock_guard lock(m_rates);
    const auto now = timeOf(m_place.clock());
    if (m_ofAddress.allow(peer, now) && m_ofAll.allow({}, now)) return {};
    return fail(ErrorKind::refused, "too_many_calls", "too many ratings come in just now; try again in an hour");
}

bool RatingDesk::mayAsk(const std::string& peer) {
    const std::lock_guard lock(m_rates);
    return m_codes.allow(peer, timeOf(m_place.clock()));
}

Result<void> RatingDesk::take(const Arrived& arrived, const Push& push) {
    if (auto good = m_work.take(arrived.work, arrived.content); !good) return fail(good.error());
    if (auto may = mayCome(arrived.peer); !may) return fail(may.error());
    auto submission = readRatingSubmission(arrived.content);
    if (!submission) return fail(submission.error());
    const auto found = find(submission->code);
    if (!found) return fail(found.error());
    if (isLate(found->visit))
        return fail(ErrorKind::refused, "rating_late",
                    "a visit is rated within " + std::to_string(records::kDaysToRate) + " days");
    if (!found->read) submission->text.clear();
    const std::lock_guard lock(m_taking);
    const auto quarter = quarterText(quarterOf(chinaDay(m_place.clock().utc)));
    if (auto kept = m_place.box.put(found->code, {found->office, quarter}, keptOf(*submission)); !kept)
        return fail(kept.error());
    try {
        settle(push);
    } catch (const std::exception& broken) {
        // The rating is kept, and its code used: whoever sent it is done.
        spdlog::error("ratings could not be counted: {}", broken.what());
    }
    return {};
}

// What has enough is closed before anything is moved to it, or a batch would grow by all that a region's offices leave,
// beyond what one line holds: so it has fewer than twice the least. Of the rest the longest offices first: what they
// leave may fill the region above. Ends, since each step closes a place or moves it nearer to the topmost region of
// this quarter.
void RatingDesk::gather() {
    const auto today = quarterOf(chinaDay(m_place.clock().utc));
    for (bool changed = true; changed;) {
        changed = false;
        const auto isEnough = [](const auto& one) {
            return one.count >= static_cast<std::uint64_t>(records::kLeastRatings);
        };
        auto waiting = m_place.box.waiting();
        std::stable_partition(waiting.begin(), waiting.end(), isEnough);
        for (const auto& one : waiting) {
            const auto& place = one.place;
            const bool enough = isEnough(one);
            if (!enough && place.quarter == quarterText(today)) continue;
            const bool topmost = place.office.size() <= kProvince;
            const auto now = m_place.clock().utc;
            if (enough)
                m_place.box.close(place, makeUuid7(now), makeUuid7(now));
            else if (topmost)
                m_place.box.move(place, {place.office, quarterText(today)});
            else
                m_place.box.move(place, {place.office.substr(0, place.office.size() - kRegionStep), place.quarter});
            changed = true;
            break;
        }
    }
}

Result<void> RatingDesk::say(const RatingBatch& batch, const Push& push) {
    const auto saidBefore = [&](const std::string& id) {
        return m_place.readers.borrow()->firstOfRecord(id).has_value();
    };
    const auto counted = countOf(batch);
    if (!saidBefore(batch.id)) {
        Spoken spoken{batch.id, records::kRatingCounted, batch.place.office, {}, records::toBody(counted)};
        if (auto good = m_voice.say(std::move(spoken), push); !good) return good;
    }
    records::RatingSaid said{counted.quarter, batch.place.office, {}};
    for (const auto& rating : batch.ratings) {
        if (!rating.said.empty()) said.texts.push_back(rating.said);
    }
    if (said.texts.empty() || saidBefore(batch.saidId)) return {};
    // What reached the topmost region came from offices below it.
    const auto above = domain::regionAbove({batch.place.office}).value_or(batch.place.office);
    return m_voice.say({batch.saidId, records::kRatingSaid, above, {}, records::toBody(said)}, push);
}

// What the log does not take now is said when the next rating comes: it stays in the box.
void RatingDesk::settle(const Push& push) {
    gather();
    for (const auto& batch : m_place.box.batches()) {
        if (say(batch, push)) m_place.box.drop(batch.id);
    }
}

}  // namespace plumb::server
