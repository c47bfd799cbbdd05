#include "shared/records/disposal/disposal.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "shared/records/read_words.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 3> kStates{"proposed", "approved", "refused"};

tl::unexpected<Error> refused(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

DisposalCase readCase(BodyReader& in) {
    DisposalCase out{in.recordId("case"), in.recordId("act"), in.text("term"), in.day("until")};
    if (out.term != "30" && out.term != "10")
        in.fault("term", "must be 30 or 10: what is kept for ever is not disposed of");
    return out;
}

Result<DisposalDecision> readDecision(const json::object& body, bool approved) {
    BodyReader read(body);
    auto out = decisionIn(read, approved);
    checkPlainText(read, "reason", out.reason, kMostDisposalBytes);
    if (!approved && isBlankText(out.reason)) read.fault("reason", "must not be blank");
    return done(read, std::move(out));
}

bool isDecision(std::string_view type) {
    return type == kDisposalApproved || type == kDisposalRefused;
}

Result<DisposalDecision> readDecided(const record::Payload& payload) {
    return payload.type == kDisposalApproved ? readDisposalApproval(payload.body) : readDisposalRefusal(payload.body);
}

template <class Says>
Says kept(Result<Says> says) {
    if (!says) throw std::runtime_error("a kept list of disposal can not be read: " + says.error().detail);
    return std::move(*says);
}

}  // namespace

bool isDisposal(std::string_view type) {
    return type == kDisposalProposed || isDecision(type);
}

const DisposalCase* Disposal::find(std::string_view inspection) const {
    const auto found = std::find_if(cases.begin(), cases.end(), [&](const auto& one) { return one.of == inspection; });
    return found == cases.end() ? nullptr : &*found;
}

Result<Disposal> readDisposal(const json::object& body) {
    BodyReader read(body);
    Disposal out;
    out.person = read.text("person");
    out.reason = words(read, "reason", kMostDisposalBytes);
    out.disputes = words(read, "disputes", kMostDisposalBytes);
    std::set<std::string> cases;
    const auto count = read.eachIf("cases", [&](BodyReader& in) {
        out.cases.push_back(readCase(in));
        if (!cases.insert(out.cases.back().of).second) in.fault("case", "stands twice in the list");
    });
    if (count < 1 || count > kMostDisposed) read.fault("cases", "must be 1 to 1000");
    std::set<Sha256> boxes;
    const auto boxCount = read.eachIf("boxes", [&](BodyReader& in) {
        out.boxes.push_back({in.hash("sha256"), in.text("title")});
        checkPlainText(in, "title", out.boxes.back().title, kMostDisposalBytes);
        if (!boxes.insert(out.boxes.back().sha256).second) in.fault("sha256", "stands twice in the list");
    });
    if (boxCount > kMostDisposed) read.fault("boxes", "must be at most 1000");
    return done(read, std::move(out));
}

json::object toBody(const Disposal& disposal) {
    json::array cases;
    for (const auto& one : disposal.cases)
        cases.push_back(
            json::object{{"case", one.of}, {"act", one.act}, {"term", one.term}, {"until", dayText(one.until)}});
    json::object out{{"person", disposal.person},
                     {"reason", disposal.reason},
                     {"disputes", disposal.disputes},
                     {"cases", std::move(cases)}};
    if (disposal.boxes.empty()) return out;
    auto& boxes = out["boxes"].emplace_array();
    for (const auto& box : disposal.boxes)
        boxes.push_back(json::object{{"sha256", box.sha256.hex()}, {"title", box.title}});
    return out;
}

Result<DisposalDecision> readDisposalApproval(const json::object& body) {
    return readDecision(body, true);
}
Result<DisposalDecision> readDisposalRefusal(const json::object& body) {
    return readDecision(body, false);
}

std::string_view disposalStateName(DisposalState state) {
    return kStates[static_cast<std::size_t>(state)];
}
std::optional<DisposalState> disposalStateNamed(std::string_view name) {
    const auto found = std::find(kStates.begin(), kStates.end(), name);
    if (found == kStates.end()) return std::nullopt;
    return static_cast<DisposalState>(found - kStates.begin());
}

DisposalState stateOf(const DisposalRow& row) {
    if (!row.decided) return DisposalState::proposed;
    return row.decided->says.approved ? DisposalState::approved : DisposalState::refused;
}

std::string disposalOf(const record::Payload& payload) {
    if (payload.type == kDisposalProposed) return payload.id;
    return isDecision(payload.type) ? textOr(payload.body, "of") : std::string();
}

Result<void> mayChangeDisposal(const std::optional<DisposalRow>& row, const record::Payload& payload) {
    const auto of = disposalOf(payload);
    if (payload.type == kDisposalProposed) {
        if (auto says = readDisposal(payload.body); !says) return fail(says.error());
        if (row) return refused("disposal_unknown", "list " + of.substr(0, 40) + " was proposed already");
        return {};
    }
    const auto said = readDecided(payload);
    if (!said) return fail(said.error());
    if (!row || row->id != of || row->hash != said->version)
        return refused("disposal_unknown",
                       "no list " + of.substr(0, 40) + " of cases to dispose of, with this content, is in this log");
    if (row->decided)
        return refused("disposal_decided",
                       "list " + row->id + " was " + std::string(disposalStateName(stateOf(*row))) + " already");
    if (said->person == row->says.person)
        return fail(ErrorKind::forbidden, "disposal_own",
                    "who proposed that cases are disposed of does not decide about it; somebody else has to");
    return {};
}

bool foldDisposal(std::optional<DisposalRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (!isDisposal(payload.type) || !mayChangeDisposal(row, payload)) return false;
    if (payload.type == kDisposalProposed)
        row = DisposalRow{payload.id, payload.region,        readDisposal(payload.body).value(),
                          line.hash,  std::string(line.kid), payload.at,
                          {}};
    else
        row->decided = DisposalDecided{payload.id, std::string(line.kid), readDecided(payload).value(), payload.at};
    return true;
}

json::object toJson(const DisposalRow& row) {
    json::object out{{"id", row.id},           {"region", row.region}, {"says", toBody(row.says)},
                     {"hash", row.hash.hex()}, {"kid", row.kid},       {"at", formatInstant(row.at)}};
    if (!row.decided) return out;
    out["decided"] = {{"id", row.decided->id},
                      {"kid", row.decided->kid},
                      {"approved", row.decided->says.approved},
                      {"says", toBody(row.decided->says)},
                      {"at", formatInstant(row.decided->at)}};
    return out;
}

DisposalRow disposalFromJson(const json::object& object) {
    DisposalRow out;
    out.id = textOr(object, "id");
    out.region = textOr(object, "region");
    out.says = kept(readDisposal(object.at("says").as_object()));
    out.hash = Sha256::fromHex(textOr(object, "hash")).value();
    out.kid = textOr(object, "kid");
    out.at = parseInstant(textOr(object, "at")).value();
    const auto* decided = object.if_contains("decided");
    if (!decided) return out;
    const auto& one = decided->as_object();
    out.decided = DisposalDecided{textOr(one, "id"), textOr(one, "kid"),
                                  kept(readDecision(one.at("says").as_object(), one.at("approved").as_bool())),
                                  parseInstant(textOr(one, "at")).value()};
    return out;
}

Result<void> mayDispose(const DisposalCase& said, std::string_view region, const DisposalFacts& facts) {
    const std::string which = "case " + said.of.substr(0, 40);
    if (!facts.row) return fail(ErrorKind::notFound, "of_unknown", which + " is not in this log; send it first");
    if (!facts.row->region.starts_with(region))
        return refused("disposal_elsewhere", which + " belongs to region " + facts.row->region +
                                                 ", which the list of region " + std::string(region) +
                                                 " does not cover");
    if (!facts.disposed.empty()) return refused("case_disposed", which + " was disposed of " + facts.disposed);
    if (facts.row->archived.empty() || facts.act.empty())
        return refused("not_archived", which + " is not archived; only what was filed away for a term is disposed of");
    if (facts.row->archived == "permanent" || !facts.until)
        return refused("disposal_permanent", which + " is kept for ever and is never disposed of");
    if (said.act != facts.act || said.term != facts.row->archived || said.until != *facts.until)
        return refused("disposal_differs", which + " was filed away by " + facts.act + " for " + facts.row->archived +
                                               " years, until " + dayText(*facts.until) + "; the list says otherwise");
    if (facts.today <= *facts.until)
        return refused("term_runs", which + " is kept until " + dayText(*facts.until) +
                                        "; it is disposed of after that day at the earliest");
    if (!facts.referral.empty())
        return refused("referral_open", which + " has a referral that is not concluded (" + facts.referral +
                                            "); what still runs is not disposed of");
    if (!facts.waiting.empty())
        return refused("disposal_waits", which + " is on list " + facts.waiting + ", which nobody has decided about");
    return {};
}

}  // namespace plumb::records
