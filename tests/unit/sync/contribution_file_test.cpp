// One's part of a self-assessment goes to a colleague as a file, with no network between them: what is taken and what
// is refused (cases that the browser is held to as well), and that it comes into the log by whoever meets a network
// first.
#include "shared/sync/contribution_file.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/store/assessment_draft.h"
#include "shared/store/assessment_sign.h"
#include "shared/store/folded_rows.h"
#include "shared/store/tablet_facts.h"
#include "tests/unit/records/walk_lines.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync;
using sync::kit::Tablet;
using sync::kit::World;

namespace {

const std::string kSite = "yongchang-veg", kRegion = "620321", kRound = "gs-2026";
constexpr const char* kFile = "contribution_files.json";
constexpr const char* kPdf = "%PDF-1.4\n%%EOF\n";

json::object contribution(json::object items) {
    return {
        {"round", kRound}, {"checklist", server::kit::inspectionBody().at("checklist")}, {"items", std::move(items)}};
}
json::object answered(const std::string& value) {
    return {{"1", {{"answers", {{"i1", value}}}}}};
}

struct Site {
    World world;
    std::optional<Tablet> taker, giver;

    Site() {
        world.publish();
        auto& admin = world.admin();
        REQUIRE(world.fate(admin.say("round.published",
                                     {{"id", kRound},
                                      {"title", {{"zh", "2026 年度自评"}}},
                                      {"checklist", server::kit::inspectionBody().at("checklist")},
                                      {"opens", "2026-11-20"},
                                      {"closes", "2027-12-05"}},
                                     {"", "62"}),
                           admin) == "accepted");
        for (auto* tablet : {&taker, &giver})
            tablet->emplace(world, world.invite(domain::Role::enterprise, {}, std::chrono::hours(240), {kSite}));
        for (auto* tablet : {&*taker, &*giver, &*taker}) REQUIRE(tablet->sync());
    }
    static std::string draft(const Tablet& of, bool test = false) {
        const auto draft = store::beginAssessment(*of.store, kSite, kRound, test);
        INFO((draft ? std::string() : draft.error().detail));
        REQUIRE(draft);
        return draft->id;
    }
    static void type(const Tablet& of, const std::string& question, const std::string& value) {
        REQUIRE(of.store->putEntries(draft(of), {store::answerEntry(question, value)}));
    }
    static void contributes(const Tablet& of) { REQUIRE(store::contribute(*of.store, draft(of)).value().line); }
    static std::vector<PartFile> given(const Tablet& by) { return givePart(*by.store, kSite, kRound).value(); }
    static std::string here(const Tablet& on, const std::string& question) {
        const auto filled = store::loadDraft(*on.store, draft(on)).value();
        const auto found = filled.answers.values.find(question);
        return found == filled.answers.values.end() ? "" : found->second;
    }
    static std::optional<records::AssessmentRow> row(const Tablet& on) {
        return store::assessmentAt(*on.store, kSite, kRound, "6a");
    }
};

std::string codeOf(const Result<TakenPart>& done) {
    return done ? "" : done.error().code;
}

}  // namespace

TEST_CASE("a part that was given as a file is merged, and whoever meets a network first brings it into the log") {
    Site site;
    CHECK(givePart(*site.giver->store, kSite, kRound).error().code == "nothing_given");
    Site::type(*site.giver, "i1", "pass");
    const auto file = site.giver->store->importFile(asBytes(kPdf), "application/pdf").value();
    REQUIRE(site.giver->store->putEntries(
        Site::draft(*site.giver),
        {store::documentEntry({file.sha256, file.size, "application/pdf", "1", "证明.pdf"})}));
    Site::contributes(*site.giver);
    const auto parts = Site::given(*site.giver);
    REQUIRE(parts.size() == 1);

    const auto draft = Site::draft(*site.taker);
    const auto done = takePart(*site.taker->store, draft, parts[0].text);
    INFO((done ? std::string() : done.error().detail));
    REQUIRE(done);
    CHECK(done->items == std::vector<std::string>{"1"});
    CHECK_FALSE(done->known);
    CHECK(done->filesMissing == 0);
    CHECK(store::takeContributions(*site.taker->store, draft).value().taken == std::vector<std::string>{"1"});
    CHECK(Site::here(*site.taker, "i1") == "pass");
    CHECK(asText(site.taker->store->vault().get(file.sha256).value()) == kPdf);
    // Once more changes nothing, and says so.
    CHECK(takePart(*site.taker->store, draft, parts[0].text).value().known);
    CHECK(Site::row(*site.taker)->items.at("1").kid == site.giver->kid());

    REQUIRE(site.taker->sync());
    CHECK(site.taker->store->countOffered() == 0);
    const auto row = site.taker->store->recordById(parts[0].id);
    REQUIRE(row);
    REQUIRE(row->logIndex);
    // Its author learns that it is there, and sends nothing twice.
    REQUIRE(site.giver->sync());
    CHECK(site.giver->unproved() == 0);
    CHECK(site.giver->store->recordById(parts[0].id)->logIndex == row->logIndex);
}

TEST_CASE("what both changed is chosen by hand, and a submission that follows at once names the colleague") {
    Site site;
    Site::type(*site.giver, "i1", "fail");
    Site::contributes(*site.giver);
    Site::type(*site.giver, "i12", "pass");
    Site::contributes(*site.giver);
    const auto parts = Site::given(*site.giver);
    REQUIRE(parts.size() == 2);
    Site::type(*site.taker, "i1", "pass");
    const auto draft = Site::draft(*site.taker);
    for (const auto& part : parts) REQUIRE(takePart(*site.taker->store, draft, part.text));
    const auto merged = store::takeContributions(*site.taker->store, draft).value();
    CHECK(merged.taken == std::vector<std::string>{"12"});
    REQUIRE(merged.divergent.size() == 1);
    CHECK(merged.divergent[0].item == "1");
    CHECK(Site::here(*site.taker, "i1") == "pass");
    REQUIRE(store::settle(*site.taker->store, draft, "1", store::Keep::theirs));
    CHECK(Site::here(*site.taker, "i1") == "fail");
    // Her parts go before what follows them.
    Site::type(*site.taker, "i4", "pass");
    Site::contributes(*site.taker);
    const auto offered = site.taker->store->toOffer(false);
    REQUIRE(offered.size() == 3);
    CHECK(offered[0].kid == site.giver->kid());
    CHECK(offered[1].kid == site.giver->kid());
    CHECK(offered[0].seq < offered[1].seq);
    REQUIRE(site.taker->sync());
    CHECK(site.taker->unproved() == 0);
    CHECK(site.taker->store->countOffered() == 0);
}

TEST_CASE("a test takes no part, and what is refused changes nothing") {
    Site site;
    Site::type(*site.giver, "i1", "pass");
    Site::contributes(*site.giver);
    const auto text = Site::given(*site.giver)[0].text;
    CHECK(codeOf(takePart(*site.taker->store, Site::draft(*site.taker, true), text)) == "test_record");
    const auto draft = Site::draft(*site.taker);
    CHECK(codeOf(takePart(*site.taker->store, draft, text.substr(0, text.size() / 2))) == "part_cut");
    CHECK(codeOf(takePart(*site.taker->store, draft, "自评")) == "no_part");
    CHECK(codeOf(takePart(*site.giver->store, Site::draft(*site.giver), text)) == "own_part");
    CHECK_FALSE(Site::row(*site.taker));
    CHECK(site.taker->store->countOffered() == 0);
}

// --- the cases that the browser is held to, too
namespace {

struct Cases {
    json::object asked;
    std::string root;
    json::array trust, trustMore, log, logMore;
    json::array cases;
};

json::object placed(store::TabletStore& store, const store::RecordRow& row) {
    return {{"index", *row.logIndex}, {"line", store.line(row.hash).value().text()}};
}
json::array linesOn(store::TabletStore& store, const std::function<bool(const std::string&)>& wanted,
                    std::size_t skip = 0) {
    store::RecordFilter filter;
    filter.newestFirst = false;
    auto rows = store.records(filter);
    std::erase_if(rows, [&](const auto& row) { return !row.logIndex || !wanted(row.type); });
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.logIndex < b.logIndex; });
    json::array out;
    for (std::size_t i = skip; i < rows.size(); ++i) out.push_back(placed(store, rows[i]));
    return out;
}
bool isTrust(const std::string& type) {
    return domain::isTrustType(type);
}
bool isPlace(const std::string& type) {
    return type == "site.published" || type == "round.published";
}
bool isAssessment(const std::string& type) {
    return type.starts_with("assessment.");
}

// A file of this line, as givePart() writes it.
Bundle bundleOf(const record::Line& line, const json::object& asked, const std::vector<std::string>& contents = {}) {
    Bundle out;
    out.line.text = line.text();
    out.logKey = textOr(asked, "log");
    out.logged = false;
    const auto payload = record::parsePayload(line.payload());
    for (std::size_t i = 0; payload && i < payload->files.size(); ++i) {
        const auto& ref = payload->files[i];
        out.files.push_back({{ref.sha256, ref.size, ref.type, ref.role, ref.item},
                             i < contents.size() ? contents[i] : std::string(),
                             i < contents.size()});
    }
    return out;
}

class Writer {
  public:
    Writer() {
        auto& taker = *m_site.taker->store;
        m_out.root = taker.profile().value().rootKid;
        m_giver.emplace(m_site.world.enrolAt(kSite));
        m_gone.emplace(m_site.world.enrolAt(kSite));
        m_other.emplace(m_site.world.enrolAt("elsewhere"));
        m_inspector.emplace(m_site.world.enrol(domain::Role::inspector, {"62"}));
        REQUIRE(m_site.taker->sync());
        m_out.asked = {{"site", kSite},
                       {"round", kRound},
                       {"checklist", "6a"},
                       {"log", taker.profile().value().logKey},
                       {"own", m_site.taker->kid()}};
        m_out.trust = linesOn(taker, isTrust);
        m_out.log = linesOn(taker, isPlace);
        m_late.emplace(m_site.world.enrolAt(kSite));
    }
    Cases write() {
        taken();
        refusedAsFile();
        refusedAsOf();
        refusedByWhom();
        refusedLater();
        return std::move(m_out);
    }

  private:
    record::Line says(server::kit::Author& by, json::object body, std::vector<record::FileRef> files = {},
                      const std::string& site = kSite) {
        server::kit::Said said{site, kRegion, std::move(files), {}};
        return by.say("assessment.contributed", std::move(body), std::move(said));
    }
    void put(const char* name, std::string text, json::object more) {
        more["name"] = name;
        more["text"] = std::move(text);
        m_out.cases.push_back(std::move(more));
    }
    void refuse(const char* name, std::string text, const char* code, json::object more = {}) {
        more["code"] = code;
        put(name, std::move(text), std::move(more));
    }
    std::string textOf(const record::Line& line) { return formatBundle(bundleOf(line, m_out.asked)); }
    static record::FileRef pdf() {
        return {crypto::sha256(std::string_view(kPdf)), std::string_view(kPdf).size(), "application/pdf", "document",
                "1"};
    }

    void taken() {
        json::object good{{"items", {"1"}}, {"version", "1"}, {"missing", 0}};
        const auto checklist = server::kit::inspectionBody().at("checklist").as_object();
        good["version"] = checklist.at("version");
        put("a part", textOf(says(*m_giver, contribution(answered("pass")))), good);
        auto other = contribution(answered("fail"));
        other["checklist"].as_object()["version"] = "99";
        auto ofOther = good;
        ofOther["version"] = "99";
        put("a part that was answered on another version of the checklist", textOf(says(*m_giver, other)), ofOther);
        const auto line = says(*m_giver, contribution(answered("pass")), {pdf()});
        put("a part with a document", formatBundle(bundleOf(line, m_out.asked, {kPdf})), good);
        auto without = good;
        without["missing"] = 1;
        put("a part whose document its author did not have", formatBundle(bundleOf(line, m_out.asked)), without);
        auto text = contribution(answered("pass"));
        text["items"].as_object()["1"].as_object()["note"] = "“引号” \\ / \t\n ☃ 𠮷";
        put("a part with every kind of letter", textOf(says(*m_giver, text)), good);
    }
    void refusedAsFile() {
        const auto line = says(*m_giver, contribution(answered("pass")), {pdf()});
        const auto whole = formatBundle(bundleOf(line, m_out.asked, {kPdf}));
        refuse("nothing", "", "no_part");
        refuse("something else", "{\"answers\":{}}\n", "no_part");
        refuse("cut", whole.substr(0, whole.size() * 3 / 5), "part_cut");
        refuse("a blank more", whole + " \n", "part_changed");
        refuse("not an object", "[\"plumb-bundle\"}", "part_changed");
        auto newer = whole;
        newer.replace(newer.find("\"v\":2"), 5, "\"v\":9");
        refuse("of another version", newer, "part_changed");
        auto other = bundleOf(line, m_out.asked, {"%PDF-1.4\n%%EOE\n"});
        refuse("a document was changed", formatBundle(other), "part_file_changed");
        other.files.clear();
        refuse("a document was left out", formatBundle(other), "part_changed");
        auto answer = bundleOf(line, m_out.asked, {kPdf});
        answer.line.text.replace(answer.line.text.find("\"pass\""), 6, "\"fail\"");
        refuse("an answer was changed", formatBundle(answer), "bad_signature");
        answer.line.text = "no line";
        refuse("a line that is none", formatBundle(answer), "part_changed");
    }
    void refusedAsOf() {
        server::kit::Said said{kSite, kRegion, {}, {}};
        const auto assigned = m_giver->say(
            "assessment.assigned",
            {{"round", kRound}, {"checklist", server::kit::inspectionBody().at("checklist")}, {"section", "s1"}}, said);
        refuse("another record", textOf(assigned), "no_part");
        refuse("nothing in it", textOf(says(*m_giver, contribution(json::object()))), "bad_payload");
        auto foreign = bundleOf(says(*m_giver, contribution(answered("pass"))), m_out.asked);
        foreign.logKey = "other.example+00000000+AQ==";
        refuse("of another system", formatBundle(foreign), "part_other_log");
        refuse("of another site", textOf(says(*m_giver, contribution(answered("pass")), {}, "elsewhere")),
               "part_other_site");
        auto body = contribution(answered("pass"));
        body["round"] = "gs-2025";
        refuse("of another round", textOf(says(*m_giver, body)), "part_other_round");
        body = contribution(answered("pass"));
        body["checklist"].as_object()["id"] = "6b";
        refuse("of another checklist", textOf(says(*m_giver, body)), "part_other_checklist");
    }
    void refusedByWhom() {
        server::kit::Author me(m_site.taker->store->deviceKey().value(), m_site.world.clock());
        refuse("one's own", textOf(says(me, contribution(answered("pass")))), "own_part");
        refuse("by a key that is not known here", textOf(says(*m_late, contribution(answered("pass")))),
               "part_author_unknown");
        refuse("by another enterprise", textOf(says(*m_other, contribution(answered("pass")))), "wrong_region");
        refuse("by an inspector", textOf(says(*m_inspector, contribution(answered("pass")))), "wrong_role");
    }
    void refusedLater() {
        const auto byGone = textOf(says(*m_gone, contribution(answered("pass"))));
        auto& admin = m_site.world.admin();
        REQUIRE(m_site.world.fate(admin.say("key.revoked", {{"key", m_gone->kid()}, {"reason", "lost"}}), admin) ==
                "accepted");
        auto body = server::kit::inspectionBody();
        body["kind"] = "self";
        body["round"] = kRound;
        body["party"] = {{"absent", "自评"}};
        auto& giver = *m_giver;
        giver.tip = {};
        auto whole = m_site.world.enrolAt(kSite);
        server::kit::Said said{kSite, kRegion, {}, {}};
        REQUIRE(m_site.world.fate(whole.say("assessment.submitted", body, said), whole) == "accepted");
        REQUIRE(m_site.taker->sync());
        auto& taker = *m_site.taker->store;
        m_out.trustMore = linesOn(taker, isTrust, m_out.trust.size());
        m_out.logMore = linesOn(taker, isAssessment);
        refuse("by a key that was revoked", byGone, "key_revoked", {{"later", true}, {"open", true}});
        const auto late = textOf(says(giver, contribution(answered("pass"))));
        refuse("after the whole was submitted", late, "round_closed", {{"later", true}});
        refuse("after the round was closed", late, "round_closed", {{"closed", true}});
    }

    Site m_site;
    Cases m_out;
    std::optional<server::kit::Author> m_giver, m_gone, m_other, m_inspector, m_late;
};

void addTrust(domain::TrustBook& book, const json::array& lines) {
    for (const auto& one : lines) {
        const auto line = record::Line::parse(textOr(one.as_object(), "line")).value();
        REQUIRE(book.add(line, record::parsePayload(line.payload()).value(),
                         static_cast<std::uint64_t>(one.at("index").as_int64())));
    }
}

std::optional<records::AssessmentRow> rowOf(const json::array& lines) {
    std::optional<records::AssessmentRow> row;
    for (const auto& one : lines) {
        const auto line = record::Line::parse(textOr(one.as_object(), "line")).value();
        const auto payload = record::parsePayload(line.payload()).value();
        records::AssessmentReading reading;
        if (records::isVersion(payload.type)) reading.summary = records::readSummary(payload.body).value();
        const auto kid = line.kid();
        records::foldAssessment(row, {payload, line.hash(), kid, {}}, reading);
    }
    return row;
}

}  // namespace

TEST_CASE("the cases of files are written anew", "[.write]") {
    Writer writer;
    const auto made = writer.write();
    std::ofstream file(test::walkFile(kFile));
    const auto list = [&](const char* name, const json::array& lines, const char* end) {
        file << "\"" << name << "\":[";
        for (std::size_t i = 0; i < lines.size(); ++i) file << (i > 0 ? ",\n" : "\n") << toText(lines[i]);
        file << "\n]" << end;
    };
    file << "{\"root\":\"" << made.root << "\",\n\"asked\":" << toText(made.asked) << ",\n";
    list("trust", made.trust, ",\n");
    list("trust_more", made.trustMore, ",\n");
    list("log", made.log, ",\n");
    list("log_more", made.logMore, ",\n");
    list("cases", made.cases, "}\n");
}

TEST_CASE("which files are taken, and which are refused with which code") {
    std::ifstream file(test::walkFile(kFile));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto all = parseJson(text, 16).value().as_object();
    const auto& said = all.at("asked").as_object();
    domain::TrustBook before(textOr(all, "root")), later(textOr(all, "root"));
    addTrust(before, all.at("trust").as_array());
    addTrust(later, all.at("trust").as_array());
    addTrust(later, all.at("trust_more").as_array());
    domain::FactBook facts;
    for (const auto& one : all.at("log").as_array()) {
        const auto line = record::Line::parse(textOr(one.as_object(), "line")).value();
        facts.add(record::parsePayload(line.payload()).value(), line.kid(),
                  static_cast<std::uint64_t>(one.at("index").as_int64()));
    }
    std::size_t refused = 0;
    for (const auto& value : all.at("cases").as_array()) {
        const auto& one = value.as_object();
        INFO(textOr(one, "name"));
        AskedPart asked{textOr(said, "site"), textOr(said, "round"), textOr(said, "checklist"),
                        textOr(said, "log"),  textOr(said, "own"),   one.contains("closed")};
        const bool after = one.contains("later");
        const auto row = after && !one.contains("open") ? rowOf(all.at("log_more").as_array())
                                                        : std::optional<records::AssessmentRow>();
        const auto bundle = readPart(textOr(one, "text"));
        const auto given = bundle ? judgePart(*bundle, asked, row, after ? later : before, facts)
                                  : Result<GivenPart>(fail(bundle.error()));
        if (one.contains("code")) {
            REQUIRE_FALSE(given);
            CHECK(given.error().code == textOr(one, "code"));
            ++refused;
            continue;
        }
        INFO((given ? std::string() : given.error().detail));
        REQUIRE(given);
        json::array items;
        for (const auto& [item, content] : given->says.items) items.emplace_back(item);
        CHECK(items == one.at("items").as_array());
        CHECK(given->says.checklist.version == textOr(one, "version"));
        CHECK(given->filesMissing == static_cast<std::size_t>(one.at("missing").as_int64()));
    }
    CHECK(refused >= 20);
}
