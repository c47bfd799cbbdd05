#include "shared/records/rectification/referral.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "shared/records/read_words.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 4> kStates{"referred", "received", "concluded", "declined"};

tl::unexpected<Error> refused(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

// The author's day, by her clock as far as she knew that it was wrong.
Day dayOfLine(const record::Payload& payload) {
    return dayOf({record::correctedAt(payload), payload.at.offset});
}

Result<void> checkNotAhead(Day day, const record::Payload& payload) {
    if (day <= dayOfLine(payload)) return {};
    return refused("referral_day", dayText(day) + " has not come on the day of this line");
}

Result<void> mayAnswer(const ReferralRow& row, const record::Payload& payload) {
    const auto said = readReferralAnswer(payload.body);
    if (!said) return fail(said.error());
    const auto state = stateOf(row);
    if (!isOpen(state))
        return refused("referral_over", "this referral was " + std::string(referralStateName(state)) +
                                            "; nothing more is answered to it");
    if (state == ReferralState::received && said->as == ReferralState::received)
        return refused("not_its_turn", "that this referral was received is said already");
    const auto last = row.answers.empty() ? row.says.day : row.answers.back().says.day;
    if (said->day < last)
        return refused("referral_day",
                       dayText(said->day) + " is before " + dayText(last) + ", the day of what it answers");
    return checkNotAhead(said->day, payload);
}

template <class Says>
Says kept(Result<Says> says) {
    if (!says) throw std::runtime_error("a kept referral can not be read: " + says.error().detail);
    return std::move(*says);
}

}  // namespace

bool isReferral(std::string_view type) {
    return type == kFindingReferred || type == kReferralAnswered;
}

Result<Referral> readReferral(const json::object& body) {
    BodyReader read(body);
    Referral out;
    out.of = read.recordId("of");
    out.hash = read.hash("hash");
    out.items = read.textsIf("items");
    if (out.items.empty() || out.items.size() > kMostReferredItems) read.fault("items", "must be 1 to 200");
    if (std::set<std::string>(out.items.begin(), out.items.end()).size() != out.items.size())
        read.fault("items", "must each stand once");
    if (std::any_of(out.items.begin(), out.items.end(), [](const auto& one) { return isBlankText(one); }))
        read.fault("items", "must not be blank");
    const auto kind = domain::supervisionNamed(read.text("kind"));
    if (!kind) read.fault("kind", "must be enforcement, improvement, association or declaration");
    out.kind = kind.value_or(domain::Supervision::improvement);
    out.to = words(read, "to", kMostReferralBytes);
    out.number = words(read, "number", kMostReferralBytes);
    out.day = read.day("day");
    out.person = read.text("person");
    out.text = wordsIf(read, "text", kMostReferralBytes);
    return done(read, std::move(out));
}

json::object toBody(const Referral& said) {
    json::object out{{"of", said.of},
                     {"hash", said.hash.hex()},
                     {"items", json::array(said.items.begin(), said.items.end())},
                     {"kind", domain::supervisionName(said.kind)},
                     {"to", said.to},
                     {"number", said.number},
                     {"day", dayText(said.day)},
                     {"person", said.person}};
    if (!said.text.empty()) out["text"] = said.text;
    return out;
}

std::string_view referralStateName(ReferralState state) {
    return kStates[static_cast<std::size_t>(state)];
}
std::optional<ReferralState> referralStateNamed(std::string_view name) {
    const auto found = std::find(kStates.begin(), kStates.end(), name);
    if (found == kStates.end()) return std::nullopt;
    return static_cast<ReferralState>(found - kStates.begin());
}
bool isOpen(ReferralState state) {
    return state == ReferralState::referred || state == ReferralState::received;
}

Result<ReferralAnswer> readReferralAnswer(const json::object& body) {
    BodyReader read(body);
    ReferralAnswer out;
    out.of = read.recordId("of");
    const auto as = referralStateNamed(read.text("as"));
    if (!as || *as == ReferralState::referred) read.fault("as", "must be received, concluded or declined");
    out.as = as.value_or(ReferralState::received);
    out.day = read.day("day");
    out.person = read.text("person");
    out.text = out.as == ReferralState::received ? wordsIf(read, "text", kMostReferralBytes)
                                                 : words(read, "text", kMostReferralBytes);
    out.number = wordsIf(read, "number", kMostReferralBytes);
    return done(read, std::move(out));
}

json::object toBody(const ReferralAnswer& said) {
    json::object out{
        {"of", said.of}, {"as", referralStateName(said.as)}, {"day", dayText(said.day)}, {"person", said.person}};
    if (!said.text.empty()) out["text"] = said.text;
    if (!said.number.empty()) out["number"] = said.number;
    return out;
}

ReferralState stateOf(const ReferralRow& row) {
    return row.answers.empty() ? ReferralState::referred : row.answers.back().says.as;
}

std::string referralOf(const record::Payload& payload) {
    if (payload.type == kFindingReferred) return payload.id;
    return payload.type == kReferralAnswered ? textOr(payload.body, "of") : std::string();
}

Result<void> mayChangeReferral(const std::optional<ReferralRow>& row, const record::Payload& payload) {
    const auto of = referralOf(payload);
    if (payload.type == kFindingReferred) {
        const auto says = readReferral(payload.body);
        if (!says) return fail(says.error());
        if (row) return refused("referral_unknown", "referral " + of.substr(0, 40) + " was made already");
        return checkNotAhead(says->day, payload);
    }
    if (!row || row->id != of)
        return refused("referral_unknown", "no referral " + of.substr(0, 40) + " is in this log; send it first");
    return mayAnswer(*row, payload);
}

bool foldReferral(std::optional<ReferralRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (!isReferral(payload.type) || !mayChangeReferral(row, payload)) return false;
    if (payload.type == kFindingReferred)
        row = ReferralRow{payload.id,
                          payload.site,
                          payload.region,
                          readReferral(payload.body).value(),
                          std::string(line.kid),
                          payload.at,
                          {}};
    else
        row->answers.push_back(
            {payload.id, std::string(line.kid), readReferralAnswer(payload.body).value(), payload.at});
    return true;
}

json::object toJson(const ReferralRow& row) {
    json::array answers;
    for (const auto& one : row.answers)
        answers.push_back(
            json::object{{"id", one.id}, {"kid", one.kid}, {"says", toBody(one.says)}, {"at", formatInstant(one.at)}});
    return {{"id", row.id},
            {"site", row.site},
            {"region", row.region},
            {"says", toBody(row.says)},
            {"kid", row.kid},
            {"at", formatInstant(row.at)},
            {"answers", std::move(answers)}};
}

ReferralRow referralFromJson(const json::object& object) {
    ReferralRow out;
    out.id = textOr(object, "id");
    out.site = textOr(object, "site");
    out.region = textOr(object, "region");
    out.says = kept(readReferral(object.at("says").as_object()));
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    for (const auto& value : object.at("answers").as_array()) {
        const auto& one = value.as_object();
        out.answers.push_back({textOr(one, "id"), textOr(one, "kid"),
                               kept(readReferralAnswer(one.at("says").as_object())),
                               parseInstant(textOr(one, "at")).value()});
    }
    return out;
}

Result<void> mayRefer(const CaseRow& row, const Referral& said, std::span<const ReferralRow> known,
                      const SupervisionOf& supervisionOf) {
    if (row.standing.status == InspectionStatus::incomplete)
        return refused("not_cosigned",
                       "the inspection waits for the second inspector's signature; until then nothing rests on it");
    if (row.standing.status == InspectionStatus::returned)
        return refused("not_reviewable", "the inspection was returned to its author; its findings may still change");
    if (said.hash != row.standing.newest)
        return refused("version_old", "the referral names another version than the newest; read that one first");
    if (said.day < dayOf(row.at))
        return refused("referral_day",
                       dayText(said.day) + " is before the day of the check, " + dayText(dayOf(row.at)));
    for (const auto& item : said.items) {
        const std::string which = "item " + item.substr(0, 80);
        const auto* finding = row.finding(item);
        if (!finding || !finding->stated)
            return refused("finding_unknown", "the inspection states no finding at " + which);
        const auto kind = supervisionOf(item);
        if (!kind) return refused("finding_unknown", "the checklist of the inspection has no " + which);
        if (*kind != said.kind)
            return refused("supervision_differs", which + " falls under " +
                                                      std::string(domain::supervisionName(*kind)) + " and not under " +
                                                      std::string(domain::supervisionName(said.kind)) +
                                                      ", by the class of the standard that it cites");
        const auto before = std::find_if(known.begin(), known.end(), [&](const ReferralRow& one) {
            return stateOf(one) != ReferralState::declined &&
                   std::find(one.says.items.begin(), one.says.items.end(), item) != one.says.items.end();
        });
        if (before != known.end())
            return refused("referral_twice", which + " was referred already, by paper " + before->says.number);
    }
    return {};
}

}  // namespace plumb::records
