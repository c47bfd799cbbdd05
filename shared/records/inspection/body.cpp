#include "shared/records/inspection/body.h"

#include <tuple>

#include "shared/records/inspection/read_parts.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {
namespace {

Finding findingFrom(BodyReader& read) {
    Finding out{read.text("item"), read.textIf("severity"), read.textIf("text"), read.textIf("where"),
                read.textIf("due")};
    (void)read.objectIf("corrected", [&](BodyReader& corrected) {
        out.corrected = {corrected.text("done"), corrected.hashesIf("before"), corrected.hashesIf("after")};
    });
    if (out.corrected && out.severity != "minor")
        read.fault("corrected", "may stand in a minor finding only: the others need an order");
    return out;
}

checklist::Answers answersFrom(BodyReader& read) {
    auto answers = checklist::Answers::fromJson(read.members());
    if (answers) return std::move(*answers);
    read.fault(answers.error());
    return {};
}

LeftVersion leftVersionFrom(BodyReader& read) {
    LeftVersion out{read.textIf("version"), read.hash("sha256"), read.instant("at"), {}};
    (void)read.objectIf("aside", [&](BodyReader& aside) { out.aside = answersFrom(aside); });
    return out;
}

Party partyFrom(BodyReader& read) {
    Party out{read.textIf("name"), read.textIf("role"), read.hashIf("signature"), {}, {}, read.textIf("absent")};
    (void)read.objectIf("strokes", [&](BodyReader& strokes) { out.strokes = strokesFrom(strokes); });
    (void)read.objectIf("refused", [&](BodyReader& refused) {
        out.refusedReason = refused.text("reason");
        out.noWitness = refused.textIf("no_witness");
        out.witness = out.noWitness.empty() ? refused.text("witness") : refused.textIf("witness");
        out.witnessRole = refused.textIf("witness_role");
        (void)refused.objectIf("strokes", [&](BodyReader& strokes) { out.witnessStrokes = strokesFrom(strokes); });
        if (!out.noWitness.empty() && (!out.witness.empty() || out.witnessStrokes))
            refused.fault("no_witness", "must not be there beside a witness");
    });
    if (out.strokes && (out.signature || !out.refusedReason.empty() || !out.absent.empty()))
        read.fault("strokes", "must stand alone: who signed did not refuse, and was there");
    if (!out.hasSigned() && out.refusedReason.empty() && out.absent.empty())
        read.fault("signature", "must be there, or \"strokes\", or \"refused\", or \"absent\"");
    return out;
}

VisitCode visitCodeFrom(BodyReader& read) {
    VisitCode out{read.text("salt"), read.hash("code")};
    const bool hex =
        out.salt.size() == kVisitSaltDigits && out.salt.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!hex) read.fault("salt", "must be 32 lower-case hex digits");
    return out;
}

json::object toJson(const Party& party) {
    json::object out;
    if (!party.name.empty()) out["name"] = party.name;
    if (!party.role.empty()) out["role"] = party.role;
    if (party.signature) out["signature"] = party.signature->hex();
    if (party.strokes) out["strokes"] = toJson(*party.strokes);
    if (!party.refusedReason.empty()) {
        json::object refused{{"reason", party.refusedReason}};
        if (!party.witness.empty()) refused["witness"] = party.witness;
        if (!party.witnessRole.empty()) refused["witness_role"] = party.witnessRole;
        if (!party.noWitness.empty()) refused["no_witness"] = party.noWitness;
        if (party.witnessStrokes) refused["strokes"] = toJson(*party.witnessStrokes);
        out["refused"] = std::move(refused);
    }
    if (!party.absent.empty()) out["absent"] = party.absent;
    return out;
}

checklist::StatedItem itemFrom(BodyReader& read) {
    checklist::StatedItem out{read.text("id"), {}, 0, read.integerIf("max").value_or(0)};
    out.points = read.integerIf("points").value_or(out.max);
    const auto verdict = checklist::verdictNamed(read.text("verdict"));
    if (!verdict) read.fault("verdict", "must be pass, part, fail, na or unanswered");
    out.verdict = verdict.value_or(checklist::Verdict::unanswered);
    return out;
}

checklist::StatedScore scoreFrom(BodyReader& read) {
    checklist::StatedScore out;
    std::tie(out.points, out.max) = totalFrom(read);
    out.base = read.integerIf("base");
    out.bonus = read.integerIf("bonus");
    out.grade = read.textIf("grade");
    out.vetoes = read.textsIf("vetoes");
    out.blocked = read.textsIf("blocked");
    (void)read.eachIf("levels", [&](BodyReader& level) {
        out.levels.push_back({level.text("id"), level.integer("ok"), level.integer("applicable")});
    });
    (void)read.eachIf("sections", [&](BodyReader& section) {
        out.sections.push_back({section.text("id"), section.integer("points"), section.integer("max")});
    });
    if (!read.members().contains("items")) return out;
    out.items.emplace();
    (void)read.eachIf("items", [&](BodyReader& item) { out.items->push_back(itemFrom(item)); });
    return out;
}

template <class List>
json::array toArray(const List& list) {
    json::array out;
    for (const auto& one : list) out.push_back(toJson(one));
    return out;
}

template <class Value>
Result<Value> whole(const json::object& object, Value (*from)(BodyReader&)) {
    BodyReader read(object);
    auto value = from(read);
    if (auto good = read.done(); !good) return fail(good.error());
    return value;
}

// What is made in test mode leads to nothing: it names neither what sent for it nor what it puts right.
void testFrom(BodyReader& read, InspectionBody& body) {
    if (!read.members().contains(kTestMember)) return;
    body.test = read.flagIf(kTestMember);
    if (!body.test && read.good()) read.fault(kTestMember, "must be true where it stands");
    if (!body.task.empty()) read.fault("task", "must not be there: no task is done in test mode");
    if (!body.order.empty()) read.fault("order", "must not be there: nothing is re-checked in test mode");
    if (body.rating) read.fault("rating", "must not be there: nobody rates a visit that was none");
}

InspectionBody inspectionFrom(BodyReader& read) {
    InspectionBody out;
    out.checklist = checklistRefFrom(read);
    out.kind = read.text("kind");
    out.started = read.instant("started");
    out.finished = read.instant("finished");
    checkLocalDay(read, out.started, out.finished);
    (void)read.eachIf("team", [&](BodyReader& member) { out.team.push_back(member.text("name")); });
    out.answers = answersFrom(read);
    (void)read.eachIf("findings", [&](BodyReader& finding) { out.findings.push_back(findingFrom(finding)); });
    (void)read.object("score", [&](BodyReader& score) { out.score = scoreFrom(score); });
    (void)read.objectIf("party", [&](BodyReader& party) { out.party = partyFrom(party); });
    (void)read.eachIf("moved", [&](BodyReader& left) { out.moved.push_back(leftVersionFrom(left)); });
    out.trail = read.hashIf("trail");
    out.of = read.textIf("of");
    out.reason = read.textIf("reason");
    out.replaces = read.hashIf("replaces");
    out.places = placesFrom(read, out.started, out.finished);
    out.credential = credentialFrom(read, out.started, out.finished);
    out.result = resultFrom(read, out.started, out.finished);
    out.inspected = inspectedFrom(read);
    if (read.members().contains("order")) out.order = read.recordId("order");
    if (read.members().contains("task")) out.task = read.recordId("task");
    out.person = read.textIf("person");
    if (!out.person.empty() && out.task.empty()) read.fault("person", "stands beside \"task\"");
    (void)read.objectIf("rating", [&](BodyReader& rating) { out.rating = visitCodeFrom(rating); });
    out.signers = static_cast<int>(read.integerIf("signers").value_or(1));
    if (out.signers != 1 && out.signers != 2) read.fault("signers", "must be 1 or 2");
    testFrom(read, out);
    return out;
}

InspectionBody amendmentFrom(BodyReader& read) {
    (void)read.recordId("of");
    (void)read.text("reason");
    if (read.members().contains(kTestMember))
        read.fault(kTestMember, "must not be there: it is the submission that is made in test mode, and never amended");
    if (read.members().contains("rating")) read.fault("rating", "must not be there: the visit has its code already");
    return inspectionFrom(read);
}

// What a self-assessment says beside: it and nothing else is of the kind "self" and of a round.
void assessmentFrom(BodyReader& read, InspectionBody& body) {
    if (body.kind != kSelfKind) read.fault("kind", "must be \"self\"");
    body.round = read.text("round");
    if (body.rating) read.fault("rating", "must not be there: nobody visited");
    if (body.signers != 1) read.fault("signers", "must not be there: one person submits a self-assessment");
    if (!body.task.empty()) read.fault("task", "must not be there: nobody is sent to a self-assessment");
    (void)read.eachIf("contributors", [&](BodyReader& one) {
        body.contributors.push_back({one.text("kid"), one.textIf("name"), one.textsIf("items")});
    });
}

void noAssessment(BodyReader& read, const InspectionBody& body) {
    if (body.kind == kSelfKind) read.fault("kind", "must not be \"self\": that is an assessment");
    if (read.members().contains("round")) read.fault("round", "must not be there: an inspection is of no round");
}

InspectionBody whollyInspection(BodyReader& read) {
    auto out = inspectionFrom(read);
    noAssessment(read, out);
    return out;
}
InspectionBody whollyAmendment(BodyReader& read) {
    auto out = amendmentFrom(read);
    noAssessment(read, out);
    return out;
}
InspectionBody whollyAssessment(BodyReader& read) {
    auto out = inspectionFrom(read);
    assessmentFrom(read, out);
    return out;
}
InspectionBody whollyAssessmentAmendment(BodyReader& read) {
    auto out = amendmentFrom(read);
    assessmentFrom(read, out);
    return out;
}

}  // namespace

Result<InspectionBody> readVersion(std::string_view type, const json::object& body) {
    if (isAssessment(type)) return isAmendment(type) ? readAssessmentAmendment(body) : readAssessment(body);
    return isAmendment(type) ? readAmendment(body) : readInspection(body);
}
Result<InspectionBody> readAssessment(const json::object& body) {
    return whole(body, whollyAssessment);
}
Result<InspectionBody> readAssessmentAmendment(const json::object& body) {
    return whole(body, whollyAssessmentAmendment);
}
Result<InspectionBody> readInspection(const json::object& body) {
    return whole(body, whollyInspection);
}
Result<InspectionBody> readAmendment(const json::object& body) {
    return whole(body, whollyAmendment);
}
Result<Finding> readFinding(const json::object& object) {
    return whole(object, findingFrom);
}
Result<LeftVersion> readLeftVersion(const json::object& object) {
    return whole(object, leftVersionFrom);
}

json::object toJson(const Finding& finding) {
    json::object out{
        {"item", finding.item}, {"severity", finding.severity}, {"text", finding.text}, {"due", finding.due}};
    if (!finding.where.empty()) out["where"] = finding.where;
    if (finding.corrected) {
        json::object corrected{{"done", finding.corrected->done}};
        for (const auto& [name, photos] :
             {std::pair{"before", &finding.corrected->before}, std::pair{"after", &finding.corrected->after}}) {
            json::array hashes;
            for (const auto& photo : *photos) hashes.emplace_back(photo.hex());
            if (!hashes.empty()) corrected[name] = std::move(hashes);
        }
        out["corrected"] = std::move(corrected);
    }
    return out;
}

json::object toJson(const Contributor& one) {
    json::object out{{"kid", one.kid}, {"items", json::array(one.items.begin(), one.items.end())}};
    if (!one.name.empty()) out["name"] = one.name;
    return out;
}

json::object toJson(const LeftVersion& left) {
    json::object out{{"version", left.version}, {"sha256", left.sha256.hex()}, {"at", formatInstant(left.at)}};
    if (!(left.aside == checklist::Answers{})) out["aside"] = left.aside.toJson();
    return out;
}

json::object toBody(const InspectionBody& inspection) {
    json::object out{{"kind", inspection.kind},
                     {"checklist",
                      {{"id", inspection.checklist.id},
                       {"version", inspection.checklist.version},
                       {"sha256", inspection.checklist.sha256.hex()}}},
                     {"started", formatInstant(inspection.started)},
                     {"finished", formatInstant(inspection.finished)}};
    for (auto& member : inspection.answers.toJson()) out[member.key()] = std::move(member.value());
    json::array team;
    for (const auto& name : inspection.team) team.push_back(json::object{{"name", name}});
    out["team"] = std::move(team);
    out["findings"] = toArray(inspection.findings);
    out["score"] = checklist::toJson(inspection.score);
    if (inspection.party) out["party"] = toJson(*inspection.party);
    if (!inspection.moved.empty()) out["moved"] = toArray(inspection.moved);
    if (inspection.trail) out["trail"] = inspection.trail->hex();
    if (!inspection.of.empty()) out["of"] = inspection.of;
    if (!inspection.reason.empty()) out["reason"] = inspection.reason;
    if (inspection.replaces) out["replaces"] = inspection.replaces->hex();
    if (!inspection.order.empty()) out["order"] = inspection.order;
    if (!inspection.task.empty()) out["task"] = inspection.task;
    if (!inspection.person.empty()) out["person"] = inspection.person;
    if (!inspection.places.empty()) out["places"] = toJson(inspection.places);
    if (inspection.credential) out["credential"] = toJson(*inspection.credential);
    if (inspection.result) out["result"] = toJson(*inspection.result);
    if (inspection.inspected) out["inspected"] = toJson(*inspection.inspected);
    if (!inspection.round.empty()) out["round"] = inspection.round;
    if (inspection.rating) out["rating"] = {{"salt", inspection.rating->salt}, {"code", inspection.rating->hash.hex()}};
    if (inspection.signers > 1) out["signers"] = inspection.signers;
    if (inspection.test) out[kTestMember] = true;
    if (!inspection.contributors.empty()) out["contributors"] = toArray(inspection.contributors);
    return out;
}

InspectionSummary summaryOf(const InspectionBody& inspection) {
    return {inspection.checklist,
            inspection.kind,
            inspection.score.points,
            inspection.score.max,
            inspection.score.grade,
            static_cast<int>(inspection.score.vetoes.size()),
            static_cast<int>(inspection.findings.size()),
            inspection.round,
            inspection.order,
            inspection.signers,
            inspection.test};
}

}  // namespace plumb::records
