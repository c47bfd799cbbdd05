#include "shared/records/publication/published.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "shared/records/body_reader.h"
#include "shared/records/publication/personal.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 2> kStates{"published", "withdrawn"};

// What is public says nothing else: a member that no reader knows could be anything about anybody.
void only(BodyReader& read, std::initializer_list<std::string_view> names) {
    for (const auto& member : read.members()) {
        if (std::find(names.begin(), names.end(), std::string_view(member.key())) == names.end())
            read.fault(std::string_view(member.key()), "is no member of a publication, which says nothing else");
    }
}

PublishedResult readResult(BodyReader& read) {
    PublishedResult out;
    (void)read.object("result", [&](BodyReader& in) {
        out.name = in.text("name");
        out.code = in.textIf("code");
        out.checked = in.day("checked");
        out.kind = in.text("kind");
        out.checklist = in.text("checklist");
        out.version = in.text("version");
        out.grade = in.textIf("grade");
        out.findings = in.integer("findings");
        if (out.findings < 0) in.fault("findings", "must not be negative");
        only(in, {"name", "code", "checked", "kind", "checklist", "version", "grade", "findings"});
    });
    return out;
}

Result<Publication> read(const json::object& body, bool corrects) {
    BodyReader read(body);
    Publication out;
    out.of = read.recordId("of");
    out.hash = read.hash("hash");
    out.result = readResult(read);
    out.where = read.textIf("where");
    if (corrects) {
        out.previous = read.hash("previous");
        out.reason = read.text("reason");
        only(read, {"of", "hash", "result", "where", "previous", "reason"});
    } else {
        only(read, {"of", "hash", "result", "where"});
    }
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

tl::unexpected<Error> refusedBecause(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

Result<void> checkWords(const InspectedResult& inspected, const json::object& body) {
    for (const auto* name : {"where", "reason"}) {
        const auto found = personalIn(textOr(body, name), inspected.persons);
        if (!found.empty())
            return refusedBecause("publication_personal", std::string("\"") + name + "\" tells of a person (" + found +
                                                              "); what is public does not");
    }
    return {};
}

}  // namespace

Result<Publication> readPublication(const json::object& body) {
    return read(body, false);
}
Result<Publication> readCorrection(const json::object& body) {
    return read(body, true);
}

json::object toBody(const Publication& publication) {
    const auto& result = publication.result;
    json::object told{{"name", result.name},       {"checked", dayText(result.checked)},
                      {"kind", result.kind},       {"checklist", result.checklist},
                      {"version", result.version}, {"findings", result.findings}};
    if (!result.code.empty()) told["code"] = result.code;
    if (!result.grade.empty()) told["grade"] = result.grade;
    json::object out{{"of", publication.of}, {"hash", publication.hash.hex()}, {"result", std::move(told)}};
    if (!publication.where.empty()) out["where"] = publication.where;
    if (publication.previous) out["previous"] = publication.previous->hex();
    if (!publication.reason.empty()) out["reason"] = publication.reason;
    return out;
}

Result<PublicationWithdrawn> readPublicationWithdrawn(const json::object& body) {
    BodyReader read(body);
    PublicationWithdrawn out{read.recordId("of"), read.hash("previous"), read.text("reason")};
    only(read, {"of", "previous", "reason"});
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const PublicationWithdrawn& withdrawn) {
    return {{"of", withdrawn.of}, {"previous", withdrawn.previous.hex()}, {"reason", withdrawn.reason}};
}

std::string publishedBy(const record::Payload& payload) {
    const bool one = payload.type == kPublicationMade || payload.type == kPublicationCorrected ||
                     payload.type == kPublicationWithdrawn;
    return one ? textOr(payload.body, "of") : std::string();
}

std::vector<std::string> personsIn(const InspectionBody& body) {
    auto out = body.team;
    if (body.party) out.insert(out.end(), {body.party->name, body.party->witness});
    std::erase(out, std::string());
    return out;
}

PublishedResult publicationOf(const InspectedResult& inspected) {
    const auto& says = inspected.says;
    return {inspected.siteName, inspected.siteCode,     dayOf(inspected.at), says.kind,
            says.checklist.id,  says.checklist.version, says.grade,          says.findings};
}

std::string_view publicationStateName(PublicationState state) {
    return kStates[static_cast<std::size_t>(state)];
}

Result<void> mayPublish(const std::optional<PublicationRow>& row, const record::Payload& payload) {
    const bool stands = row && row->state == PublicationState::published;
    if (payload.type == kPublicationMade) {
        if (!stands) return {};
        return refusedBecause("publication_there", "the result of inspection " + row->inspection +
                                                       " is published already; correct or withdraw it");
    }
    if (!stands || row->site != payload.site)
        return refusedBecause("publication_unknown",
                              "no result of inspection " + publishedBy(payload).substr(0, 40) + " is published");
    if (Sha256::fromHex(textOr(payload.body, "previous")) == row->hash) return {};
    return refusedBecause("publication_overtaken",
                          "the publication of inspection " + row->inspection + " was changed meanwhile; look again");
}

Result<void> checkPublished(const InspectedResult& inspected, const record::Payload& payload) {
    if (auto good = checkWords(inspected, payload.body); !good) return good;
    if (payload.type == kPublicationWithdrawn) return {};
    const auto said = payload.type == kPublicationMade ? readPublication(payload.body) : readCorrection(payload.body);
    if (!said) return fail(said.error());
    const auto& standing = inspected.standing;
    if (standing.status != InspectionStatus::accepted || standing.assessment || inspected.site != payload.site)
        return refusedBecause("publication_unready",
                              "inspection " + standing.id +
                                  " has no result to publish: no review has accepted it as it is, or it is none");
    if (said->hash != standing.newest)
        return refusedBecause("publication_stale",
                              "inspection " + standing.id + " has a newer version; its result is what is published");
    if (said->result == publicationOf(inspected)) return {};
    return refusedBecause("publication_differs",
                          "what is said is not the result of inspection " + standing.id + " as the log has it");
}

bool foldPublication(std::optional<PublicationRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    const auto inspection = publishedBy(payload);
    if (inspection.empty() || !mayPublish(row, payload)) return false;
    if (payload.type == kPublicationWithdrawn) {
        auto said = readPublicationWithdrawn(payload.body);
        if (!said) return false;
        row->state = PublicationState::withdrawn;
        row->reason = std::move(said->reason);
    } else {
        auto said = payload.type == kPublicationMade ? readPublication(payload.body) : readCorrection(payload.body);
        if (!said) return false;
        const bool again = row.has_value();
        if (!row) row.emplace();
        row->inspection = inspection;
        row->site = payload.site;
        row->region = payload.region;
        row->says = std::move(*said);
        row->version = again ? row->version + 1 : 1;
        if (!again) row->first = payload.at;
        row->state = PublicationState::published;
        row->reason.clear();
    }
    row->id = payload.id;
    row->kid = line.kid;
    row->hash = line.hash;
    row->at = payload.at;
    return true;
}

domain::Deadline publicationDue(const domain::WorkingCalendar& calendar, Day result) {
    return calendar.deadline(result, kPublishWithin, domain::DayCount::working);
}

}  // namespace plumb::records
