// What no body may be, in sentences that name the member.
#include "shared/records/rules.h"

#include <catch2/catch.hpp>
#include <limits>

#include "shared/domain/record_types.h"
#include "shared/records/inspection/body.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

const json::object& example(const std::string& type) {
    static const auto all = test::recordExamples();
    return all.at(type);
}

// What is said of the example where the member at `path` ("score.items.0.verdict") is changed; "" where nothing is.
std::string saidOf(const std::string& type, const std::string& path, std::optional<json::value> value) {
    json::value body = example(type);
    json::value* at = &body;
    std::string rest = path;
    while (rest.find('.') != std::string::npos) {
        const auto name = rest.substr(0, rest.find('.'));
        rest = rest.substr(name.size() + 1);
        at = at->is_array() ? &at->as_array().at(std::stoul(name)) : &at->as_object().at(name);
    }
    if (at->is_array())
        at->as_array().at(std::stoul(rest)) = *value;
    else if (value)
        at->as_object()[rest] = *value;
    else
        at->as_object().erase(rest);
    const auto good = checkBody(type, body.as_object());
    if (!good) CHECK(good.error().code == "bad_payload");
    return good ? std::string() : good.error().detail;
}

}  // namespace

TEST_CASE("an empty body says nothing, of whatever type") {
    for (const auto& type : domain::recordTypes()) {
        INFO(type.name);
        const auto good = checkBody(type.name, {});
        REQUIRE_FALSE(good);
        CHECK(good.error().code == "bad_payload");
        CHECK(good.error().kind == ErrorKind::malformed);
    }
}

TEST_CASE("types that nobody knows and members that nobody names are left alone") {
    CHECK(checkBody("weather.observed", {{"wind", nullptr}}));
    for (const auto& type : domain::recordTypes()) {
        INFO(type.name);
        // But of what is public, which says nothing that no reader knows (publication/published.h).
        if (type.name.starts_with("publication.")) {
            CHECK_THAT(saidOf(type.name, "later_member", 1), Catch::Contains("says nothing else"));
            continue;
        }
        CHECK(saidOf(type.name, "later_member", json::value{{"of", {1, 2.5, nullptr}}}).empty());
    }
}

TEST_CASE("a malformed inspection is told with the member's path") {
    const auto [path, value, part] = GENERATE(table<const char*, json::value, const char*>({
        {"kind", "", "\"body.kind\" must not be blank"},
        {"kind", nullptr, "\"body.kind\" must be text"},
        {"checklist", json::array{}, "\"body.checklist\" must be an object"},
        {"checklist.sha256", "63CD", "\"body.checklist.sha256\" must be a SHA-256"},
        {"started", "2026-11-22", "\"body.started\" must be an instant"},
        {"finished", 17, "\"body.finished\" must be text"},
        {"day", "2026-11-23", "\"day\" must be the day of \"finished\", 2026-11-22"},
        {"zone", "+09:00", "\"zone\" is +09:00"},
        {"team", json::object{}, "\"body.team\" must be an array"},
        {"team.1", "检查员乙", "\"body.team[1]\" must be an object"},
        {"team.0.name", json::array{}, "\"body.team[0].name\" must be text"},
        {"answers", json::array{}, "\"answers\" must be an object"},
        {"answers.records", 7, "\"answers.records\" must be text"},
        {"findings", nullptr, "\"body.findings\" must be an array"},
        {"findings.0.item", "", "\"body.findings[0].item\" must not be blank"},
        {"findings.0.due", json::object{}, "\"body.findings[0].due\" must be text"},
        {"score", 100, "\"body.score\" must be an object"},
        {"score.points", 83333.0, "\"body.score.points\" must be an integer"},
        {"score.points", 1e300, "\"body.score.points\" must be an integer"},
        {"score.max", std::numeric_limits<std::uint64_t>::max(), "\"body.score.max\" must be an integer"},
        {"score.vetoes", json::array{3}, "\"body.score.vetoes\" must be an array of texts"},
        {"score.items", "all", "\"body.score.items\" must be an array"},
        {"score.items.1.verdict", "splendid", "\"body.score.items[1].verdict\" must be pass"},
        {"score.items.1.points", nullptr, "\"body.score.items[1].points\" must be an integer"},
        {"party", "陈负责", "\"body.party\" must be an object"},
        {"party", json::object{},
         "\"body.party.signature\" must be there, or \"strokes\", or \"refused\", or \"absent\""},
        {"party", json::value{{"refused", {{"reason", "x"}}}}, "\"body.party.refused.witness\" must be text"},
        {"moved", json::array{json::object{}}, "\"body.moved[0].sha256\" must be"},
        {"trail", "", "\"body.trail\" must be a SHA-256"},
        {"replaces", 0, "\"body.replaces\" must be text"},
        {"places", 7, "\"body.places\" must be an object"},
        {"places.begun.none", "lost", "body.places.begun: \"none\" must be off, denied"},
        {"places.signed.lat", 91, "body.places.signed: \"lat\" must be degrees"},
        {"places.signed.acc", 0, "\"acc\" must be metres, above 0"},
        {"places.signed.at", "2026-11-22T09:00:00.000+08:00", "\"body.places.signed\" must be of that moment"},
        {"places.files", json::value{{"815", {{"none", "off"}}}},
         "\"body.places.files.815\" must be named by a SHA-256"},
    }));
    INFO(path);
    CHECK_THAT(saidOf("inspection.submitted", path, value), Catch::Contains(part));
}

TEST_CASE("a body of any other type is told likewise") {
    const auto [type, path, value, part] =
        GENERATE(table<const char*, const char*, std::optional<json::value>, const char*>({
            {"inspection.amended", "of", "the first one", "\"body.of\" must be the id of a record"},
            {"inspection.amended", "reason", std::nullopt, "\"body.reason\" must be text"},
            {"review.returned", "of", std::nullopt, "\"body.of\" must be text"},
            {"review.accepted", "hash", "815", "\"body.hash\" must be a SHA-256"},
            {"review.accepted", "person", "", "\"body.person\" must not be blank"},
            {"remark.added", "text", "", "\"body.text\" must not be blank"},
            {"remark.added", "text", json::string(4001, 'a'), "\"body.text\" must have at most 4000 bytes"},
            {"remark.added", "resolved", true, "\"body.resolved\" stands in an answer alone"},
            {"review.accepted", "items.0.item", std::nullopt, "\"body.items[0].item\" must be text"},
            {"site.published", "region", "62", "must be a county's code of 6 digits"},
            {"site.published", "point.lat", 91, "lat (−90…90)"},
            {"site.published", "point", nullptr, "\"body.point\" must be an object"},
            {"site.published", "contact", nullptr, "\"body.contact\" must be text"},
            {"checklist.published", "title", "设施蔬菜", "\"body.title\" must be an object"},
            {"checklist.published", "title.en", 7, "\"body.title.en\" must be text"},
            {"checklist.published", "sectors", json::array{1}, "\"body.sectors\" must be an array of texts"},
            {"site.proposed", "base", "815", "\"body.base\" must be a SHA-256"},
            {"site.proposed", "reason", "", "\"body.reason\" must not be blank"},
            {"site.proposed", "changes", json::object{}, "must say what is otherwise"},
            {"site.proposed", "changes.boundary.type", "MultiPolygon", "must be a Polygon"},
            {"site.proposed", "changes.point.lat", 91, "must be degrees"},
            {"site.proposed", "walk.way", "drive", "must be corners or track"},
            {"site.proposed", "walk.accuracy.best", 99, "must lie between best and worst"},
            {"site.proposed", "measured", json::value{{"none", "off"}}, "must be a place"},
            {"site.declined", "of", "x", "\"body.of\" must be the id of a record"},
            {"programme.published", "source", std::nullopt, "\"body.targets[0].source\" must name the document"},
            {"plan.proposed", "batches.0.quota", 0, "\"body.batches[0].quota\" must be at least 1"},
            {"plan.approved", "of", "x", "\"body.of\" must be the id of a record"},
            {"plan.refused", "reason", "", "\"body.reason\" must not be blank"},
            {"plan.published", "where", "", "\"body.where\" must not be blank"},
            {"programme.published", "title", std::nullopt, "\"body.title\" must be an object of texts"},
            {"register.published", "items.0.basis", std::nullopt, "\"body.items[0].basis\" must be an object of texts"},
            {"register.published", "items.1.code", "GS-BZ-01", "\"body.items[1].code\" stands twice"},
            {"retention.published", "terms.1.kind", "supervision", "\"body.terms[1].kind\" stands twice"},
            {"retention.published", "terms.0.term", "5", "\"body.terms[0].term\" must be permanent, 30 or 10"},
            {"register.published", "items", json::array{}, "\"body.items\" must hold one item at least"},
            {"standard.published", "id", "", "\"body.id\" must not be blank"},
            {"task.assigned", "due", "soon", "\"body.due\" must be a day"},
            {"document.filed", "paper", "", "\"body.paper\" must not be blank"},
            {"publication.made", "result.contact", "13800001234", "says nothing else"},
            {"publication.corrected", "previous", std::nullopt, "\"body.previous\" must be text"},
            {"publication.withdrawn", "reason", "", "\"body.reason\" must not be blank"},
            {"check.proposed", "year.made", 2, "\"body.year.over\" must be text"},
            {"check.approved", "of", "x", "\"body.of\" must be the id of a record"},
            {"check.refused", "reason", "", "\"body.reason\" must not be blank"},
            {"draw.committed", "inspectors", 1, "\"body.inspectors\" must be enough for one team"},
            {"draw.revealed", "checkpoint.root", "AAAA", "\"body.checkpoint.root\" must be a hash"},
            {"assessment.submitted", "answers", 7, "\"answers\" must be an object"},
            {"assessment.submitted", "kind", "supervision", "\"body.kind\" must be \"self\""},
            {"assessment.submitted", "round", std::nullopt, "\"body.round\" must be text"},
            {"assessment.amended", "reason", "", "\"body.reason\" must not be blank"},
            {"assessment.contributed", "items.2.answers.records", 5, "\"body.items.2.answers.records\" must be text"},
            {"assessment.assigned", "section", "", "\"body.section\" must not be blank"},
            {"assessment.assigned", "person", 7, "\"body.person\" must be text"},
            {"inspection.submitted", "kind", "self", "that is an assessment"},
            {"inspection.submitted", "round", "gs-2026", "is of no round"},
            {"inspection.submitted", "findings.0.corrected", json::object{}, "\"body.findings[0].corrected.done\""},
            {"round.published", "closes", "2026-11-01", "must not be before"},
            {"calendar.published", "years", json::object{{"26", json::object{}}}, "a year of four digits"},
            {"rectification.ordered", "findings", json::array{}, "must name one at least"},
            {"rectification.archived", "term", "20", "must be permanent, 30 or 10"},
            {"rectification.reported", "of", "x", "\"body.of\" must be the id of a record"},
            {"rectification.verified", "of", nullptr, "\"body.of\" must be text"},
            {"rectification.rejected", "findings.0.reason", "", "\"body.findings[0].reason\" must not be blank"},
            {"documents.certified", "certificate", "", "must be a certificate in base64"},
            {"documents.certified", "root", json::object{}, "\"body.root\""},
            {"document.issued", "pdf", "x", "\"body.pdf\" must be a SHA-256"},
            {"document.issued", "of", "x", "\"body.of\" must be the id of a record"},
            {"document.issued", "paper", "", "\"body.paper\" must not be blank"},
            {"standard.feedback", "text", json::object{}, "\"body.text\" must be text"},
            {"feedback.answered", "as", "bad", "\"body.as\" must be unclear"},
            {"feedback.answered", "text", "", "\"body.text\" must not be blank"},
            {"feedback.answered", "of", "x", "\"body.of\" must be the id of a record"},
            {"complaint.received", "text", "", "\"body.text\" must not be blank"},
            {"complaint.received", "text", "a\u202eb", "\"body.text\" must hold no control characters but line ends"},
            {"complaint.received", "text", "a\u0007b", "\"body.text\" must hold no control characters but line ends"},
            {"complaint.received", "contact", json::value(std::string(301, 'x')),
             "\"body.contact\" must have at most 300 bytes"},
            {"complaint.received", "channel", "mail", "\"body.channel\" must be page, phone, visit, letter or other"},
            {"complaint.received", "about.kind", "king", "\"body.about.kind\" must be site, person, office or other"},
            {"complaint.received", "about.person", "", "\"body.about.person\" must not be blank"},
            {"complaint.received", "about.office", "62", "\"body.about.office\" stands where an office is meant"},
            {"complaint.received", "receipt", std::nullopt, "\"body.receipt\" must be the hash of the code"},
            {"complaint.received", "vouched", "taken_down", "\"body.vouched\" must be came_in"},
            {"complaint.classified", "days", 46, "\"body.days\" must be 1 to 45 working days"},
            {"complaint.classified", "accepted", std::nullopt, "\"body.accepted\" must be true or false"},
            {"rating.counted", "ratings", 9, "\"body.ratings\" must be ten at least"},
            {"rating.counted", "quarter", "Q4", "\"body.quarter\" must be a quarter like"},
            {"rating.counted", "answers.fair", 7, "\"body.answers.fair\" must be five counts"},
            {"rating.said", "about", "6", "\"body.about\" must be the code of a region"},
            {"rating.said", "texts", json::array{}, "\"body.texts\" must hold one text at least"},
            {"panel.assigned", "experts", json::array{"a"}, "\"body.experts\" must be as many as the rule says"},
            {"panel.assigned", "rule.method", "best", "\"body.rule.method\" must be mean or median"},
            {"panel.assigned", "rule.least", 9, "\"body.rule.least\" must not be more than there are experts"},
            {"panel.scored", "points", json::array{}, "\"body.points\" must be 1 to 40"},
            {"panel.closed", "reason", "", "\"body.reason\" must not be blank"},
            {"finding.referred", "items", json::array{}, "\"body.items\" must be 1 to 200"},
            {"finding.referred", "kind", "gentle", "\"body.kind\" must be enforcement, improvement"},
            {"finding.referred", "number", "", "\"body.number\" must not be blank"},
            {"referral.answered", "as", "referred", "\"body.as\" must be received, concluded or declined"},
            {"referral.answered", "text", std::nullopt, "\"body.text\" must be text"},
            {"disposal.proposed", "cases", json::array{}, "\"body.cases\" must be 1 to 1000"},
            {"disposal.proposed", "cases.0.term", "permanent", "what is kept for ever is not disposed of"},
            {"disposal.proposed", "disputes", "", "\"body.disputes\" must not be blank"},
            {"disposal.approved", "version", "815", "\"body.version\" must be a SHA-256"},
            {"disposal.refused", "reason", "", "\"body.reason\" must not be blank"},
            {"complaint.tasked", "task", "x", "\"body.task\" must be the id of a record"},
            {"complaint.answered", "outcome", "good", "\"body.outcome\" must be founded"},
            {"complaint.answered", "text", std::nullopt, "\"body.text\" must be text"},
            {"line.erased", "line", "all", "\"body.line\" must be a SHA-256"},
            {"log.recovered", "kept.size", 0, "needs \"kept\" with size and root"},
            {"log.recovered", "lost.root", "x", "must say in \"lost\" what its note says"},
            {"invite.issued", "key.x", "AAAA", "\"body.key\""},
            {"invite.issued", "grants", json::array{}, "at least one role"},
            {"invite.issued", "grants.0.role", "king", "is not a role"},
            {"invite.issued", "person.name", nullptr, "\"body.person\" must have id and name"},
            {"invite.issued", "expires", "never", "\"body.expires\""},
            {"key.enrolled", "proof", 1, "\"body.proof\" must be text"},
            {"key.revoked", "key", json::object{}, "\"body.key\" must be text"},
            {"role.granted", "grants.0.regions", json::array{"6"}, "is not a region code"},
            {"role.withdrawn", "grants", std::nullopt, "\"body.grants\" must be an array"},
        }));
    INFO(type << " " << path);
    CHECK_THAT(saidOf(type, path, value), Catch::Contains(part));
}

TEST_CASE("the cases that the console is held to, too") {
    const auto cases = parseJson(test::readPage("tests/unit/records/cases/bodies.json"));
    REQUIRE(cases);
    REQUIRE(cases->as_array().size() > 60);
    for (const auto& one : cases->as_array()) {
        const auto& object = one.as_object();
        INFO(toText(one));
        const auto* value = object.if_contains("value");
        const auto said =
            saidOf(textOr(object, "type"), textOr(object, "path"), value ? std::optional(*value) : std::nullopt);
        CHECK(said.empty() == object.at("good").as_bool());
    }
}

TEST_CASE("a body from before a member was made is read without it") {
    for (const char* path : {"score.items", "party", "trail", "findings", "team", "notes"}) {
        INFO(path);
        CHECK(saidOf("inspection.submitted", path, std::nullopt).empty());
    }
    json::object old = example("inspection.submitted");
    old["score"].as_object().erase("items");
    CHECK_FALSE(readInspection(old)->score.items);
    CHECK(readInspection(example("inspection.submitted"))->score.items->size() == 2);
}

TEST_CASE("what a log took in before a rule was made keeps its row") {
    json::object old = example("inspection.submitted");
    old["party"] = json::object{};
    old["findings"] = json::array{"施药记录缺施药人"};
    old["score"].as_object()["grade"] = nullptr;
    CHECK_FALSE(checkBody("inspection.submitted", old));
    const auto summary = readSummary(old);
    REQUIRE(summary);
    CHECK((summary->points == 83333 && summary->findings == 1 && summary->grade.empty()));
}

TEST_CASE("an item's usual worth is not written and is read back") {
    const auto items = *readInspection(example("inspection.amended"))->score.items;
    using checklist::StatedItem;
    using checklist::Verdict;
    CHECK(items == std::vector<StatedItem>{{"1", Verdict::pass, 8000, 8000},
                                           {"2", Verdict::pass, 4000, 4000},
                                           {"3", Verdict::notApplicable, 0, 0},
                                           {"4", Verdict::fail, 0, 0},
                                           {"5", Verdict::unanswered, 0, 0},
                                           {"j1", Verdict::pass, 2000, 2000}});
}
