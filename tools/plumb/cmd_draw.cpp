// plumb draw commit | reveal | assign | export | verify
#include "shared/records/planning/persons.h"
#include "shared/records/rules.h"
#include "shared/store/draws.h"
#include "shared/store/durable_file.h"
#include "shared/store/reference.h"
#include "shared/sync/deciding.h"
#include "tools/plumb/admin.h"
#include "tools/plumb/link.h"

namespace plumb::cli {
namespace {

constexpr std::uint64_t kMostDrawFile = 16ULL << 20;

struct Options : HomeOptions {
    std::string region, title, draw, out, file, pool, plan, batch;
    std::vector<std::string> ratios, excluded;
    int team = 2;
    std::string checklist, programme, due, asked, kind = "routine", instructions;
};

tl::unexpected<Error> usage(std::string why) {
    return fail(ErrorKind::malformed, "usage", std::move(why));
}

// NAME=REST
std::optional<std::pair<std::string, std::string>> named(const std::string& text) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) return std::nullopt;
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

Result<records::DrawRatios> ratiosOf(const Options& options) {
    records::DrawRatios out;
    for (const auto& one : options.ratios) {
        const auto pair = named(one);
        char* end = nullptr;
        const auto permille = pair ? std::strtol(pair->second.c_str(), &end, 10) : -1;
        if (!pair || *end != '\0' || permille < 0 || permille > 1000)
            return usage("--ratio must be STRATUM=PARTS OF A THOUSAND, like D=500");
        out[pair->first] = static_cast<int>(permille);
    }
    return out;
}

// Every published site of the region, by its risk grade, and every inspector over all of it.
Result<records::DrawPool> wholePool(const store::TabletStore& store, const std::string& region) {
    records::DrawPool out;
    const auto sites = store::sitesOf(store);
    if (!sites) return fail(sites.error());
    for (const auto& site : *sites) {
        if (!site.region.starts_with(region)) continue;
        if (site.riskGrade.empty())
            return fail(ErrorKind::refused, "bad_pool",
                        "site " + site.id + " is published without a risk grade; say the pool with --pool");
        out.sites[site.riskGrade].push_back(site.id);
    }
    const auto book = store.trust();
    if (!book) return fail(book.error());
    for (const auto& person : records::inspectorsOf(*book, region)) out.inspectors.push_back(person.id);
    return out;
}

Result<records::DrawPool> poolAsked(const store::TabletStore& store, const Options& options) {
    if (options.pool.empty()) return wholePool(store, options.region);
    const auto content = store::readWhole(options.pool, kMostDrawFile);
    if (!content) return fail(content.error());
    return records::parsePool(asText(*content));
}

// ID=REASON, and of who is excluded by a reveal ID=DAY=REASON: the day on which the reason arose.
Result<std::vector<records::Excluded>> excludedAsked(const Options& options, bool late) {
    std::vector<records::Excluded> out;
    for (const auto& one : options.excluded) {
        const auto pair = named(one);
        const auto rest = pair && late ? named(pair->second) : std::nullopt;
        const auto arose = rest ? parseDay(rest->first) : std::nullopt;
        if (!pair || (late && !arose))
            return usage(late ? "--exclude must be ID=DAY=REASON, the day on which the reason arose, like "
                                "linze-3=2026-12-05=closed down"
                              : "--exclude must be ID=REASON");
        out.push_back({pair->first, late ? rest->second : pair->second, arose});
    }
    return out;
}

int commit(const Options& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto excluded = excludedAsked(options, false);
    if (!excluded) return report(excluded.error(), options.json);
    const auto ratios = ratiosOf(options);
    if (!ratios) return report(ratios.error(), options.json);
    auto pool = poolAsked(**store, options);
    if (!pool) return report(pool.error(), options.json);
    store::DrawAsked asked{options.region, options.title, std::move(*pool), *ratios, options.team};
    asked.excluded = *excluded;
    if (!options.plan.empty()) asked.plan = records::DrawPlan{options.plan, options.batch};
    const auto line = store::commitDraw(**store, asked);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    return print({{"id", payload->id}, {"pool", textOr(payload->body, "pool")}, {"delivered", *delivered}},
                 payload->id + (*delivered ? "" : "\nthe server cannot be reached: it goes with the next sync"),
                 options.json);
}

Result<records::DrawCheckpoint> deciding(const store::TabletStore& store, const std::string& draw) {
    const auto link = loggedIn(store);
    if (!link) return fail(link.error());
    return sync::decidingCheckpoint(store, **link, draw);
}

int reveal(const Options& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto row = store::drawAt(**store, options.draw);
    // A draw whose commitment says nothing of it is of before, and asks for no day.
    const auto excluded = excludedAsked(options, !row || row->says.excluded);
    if (!excluded) return report(excluded.error(), options.json);
    const auto checkpoint = deciding(**store, options.draw);
    if (!checkpoint) return report(checkpoint.error(), options.json);
    const auto line = store::revealDraw(**store, options.draw, *checkpoint, *excluded);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    std::string text = payload->id + "\n";
    std::size_t number = 0;
    const auto says = records::readDrawRevealed(payload->body);
    for (const auto& site : says->result.sites)
        text += std::to_string(++number) + "  " + site.stratum + "  " + site.site + "  " +
                std::to_string(site.team + 1) + "\n";
    return print({{"id", payload->id}, {"delivered", *delivered}, {"revealed", payload->body}}, text, options.json);
}

int assign(const Options& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    records::Task task;
    const auto kind = records::taskKindNamed(options.kind);
    const auto due = parseDay(options.due);
    const auto asked = options.asked.empty() ? std::optional(dayOf((*store)->now())) : parseDay(options.asked);
    if (!kind) return report(usage("--kind must be routine, individual or special").value(), options.json);
    if (!due || !asked) return report(usage("--due and --asked must be days like 2026-12-05").value(), options.json);
    task.kind = *kind;
    task.checklist = options.checklist;
    task.programme = options.programme;
    task.due = *due;
    task.asked = *asked;
    task.instructions = options.instructions;
    const auto tasks = store::assignDrawn(**store, options.draw, task);
    if (!tasks) return report(tasks.error(), options.json);
    json::array items;
    std::string text;
    std::size_t refused = 0;
    for (const auto& one : *tasks) {
        json::object item{{"number", one.number}, {"site", one.site}, {"task", one.task}, {"before", one.before}};
        if (one.refused) item["refused"] = {{"code", one.refused->code}, {"detail", one.refused->detail}};
        items.push_back(std::move(item));
        refused += one.refused ? 1 : 0;
        text += std::to_string(one.number) + "  " + one.site + "  " +
                (one.refused ? one.refused->detail : one.task + (one.before ? "  (before)" : "")) + "\n";
    }
    print({{"tasks", std::move(items)}, {"refused", refused}}, text, options.json);
    return refused == 0 ? kDone : kNo;
}

// A pool is a file that no sync brings: it is fetched by whoever asks for it, and is the one that was committed or
// nothing.
Result<json::object> fileWithPool(const store::TabletStore& store, const std::string& draw) {
    const auto link = loggedIn(store);
    if (!link) return fail(link.error());
    const auto bytes = (*link)->file(store::drawAt(store, draw)->says.pool);
    if (!bytes) return fail(bytes.error());
    return store::drawFile(store, draw, std::string(asText(*bytes)));
}

int writeFile(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    auto file = store::drawFile(**store, options.draw);
    if (!file && file.error().code == "file_missing") file = fileWithPool(**store, options.draw);
    if (!file) return report(file.error(), options.json);
    const auto text = toText(*file) + "\n";
    if (auto done = store::writeDurably(options.out, asBytes(text)); !done) return report(done.error(), options.json);
    return print({{"file", options.out}, {"bytes", text.size()}}, "wrote " + options.out, options.json);
}

Result<record::Payload> payloadAt(const json::object& file, const char* name, std::string_view type) {
    auto line = record::Line::parse(textOr(file, name));
    if (!line) return fail(line.error());
    auto payload = record::parsePayload(line->payload());
    if (payload && payload->type != type)
        return fail(ErrorKind::malformed, "bad_file", std::string("\"") + name + "\" is no " + std::string(type));
    return payload;
}

Result<json::object> verified(const Options& options) {
    const auto content = store::readWhole(options.file, kMostDrawFile);
    if (!content) return fail(content.error());
    const auto value = parseJson(asText(*content));
    if (!value) return fail(value.error());
    if (!value->is_object()) return fail(ErrorKind::malformed, "bad_file", "no file of plumb draw export");
    const auto& file = value->get_object();
    const auto committed = payloadAt(file, "committed", records::kDrawCommitted);
    if (!committed) return fail(committed.error());
    const auto revealed = payloadAt(file, "revealed", records::kDrawRevealed);
    if (!revealed) return fail(revealed.error());
    const auto asked = records::readDrawCommitted(committed->body);
    if (!asked) return fail(asked.error());
    const auto stated = records::readDrawRevealed(revealed->body);
    if (!stated) return fail(stated.error());
    if (stated->of != committed->id)
        return fail(ErrorKind::refused, "draw_unknown", "the reveal is of another draw than the commitment");
    const auto pool = records::committedPool(*asked, textOr(file, "pool"));
    if (!pool) return fail(pool.error());
    if (auto good = records::checkDraw(*asked, *pool, *stated); !good) return fail(good.error());
    return json::object{{"draw", committed->id},
                        {"size", stated->checkpoint.size},
                        {"seed", records::drawSeed(stated->checkpoint, asked->pool).hex()},
                        {"sites", stated->result.sites.size()},
                        {"teams", stated->result.teams.size()},
                        {"excluded", stated->excluded.size() + (asked->excluded ? asked->excluded->size() : 0)},
                        {"late", asked->excluded ? stated->excluded.size() : 0},
                        {"committed", record::Line::parse(textOr(file, "committed"))->hash().hex()},
                        {"revealed", record::Line::parse(textOr(file, "revealed"))->hash().hex()}};
}

// By the lines of a home that follows the log: that both lines stand in it, and that the checkpoint is the one behind
// the first line of another person.
Result<records::Deciding> decidedHere(const Options& options, const json::object& said) {
    auto store = openHome(options);
    if (!store) return fail(store.error());
    const auto draw = textOr(said, "draw");
    // The pool is in the file in hand, and its hash is the commitment's: none is asked of the home.
    const auto file = store::drawLines(**store, draw);
    if (!file) return fail(file.error());
    for (const char* name : {"committed", "revealed"})
        if (record::Line::parse(textOr(*file, name))->hash().hex() != textOr(said, name))
            return fail(ErrorKind::refused, "draw_differs",
                        std::string("the line \"") + name + "\" of the file is not the one that the log holds");
    return store::decidingOf(**store, *store::drawAt(**store, draw), said.at("size").to_number<std::uint64_t>());
}

const char* decidingWord(records::Deciding deciding) {
    switch (deciding) {
        case records::Deciding::proved:
            return "proved: the checkpoint is the one just behind the first line of another person";
        case records::Deciding::unknown:
            return "not proved here: this home does not hold every line between commitment and checkpoint; the server "
                   "took no other";
        case records::Deciding::wrong:
            break;
    }
    return "wrong: another checkpoint decides";
}

int verify(const Options& options) {
    auto said = verified(options);
    if (!said) return report(said.error(), options.json);
    std::string decided;
    if (!options.home.empty()) {
        const auto deciding = decidedHere(options, *said);
        if (!deciding) return report(deciding.error(), options.json);
        if (*deciding == records::Deciding::wrong)
            return report({ErrorKind::refused, "checkpoint_wrong",
                           "the lines of this home say that the draw is decided by another checkpoint"},
                          options.json);
        (*said)["deciding"] = *deciding == records::Deciding::proved ? "proved" : "unknown";
        decided = std::string("\n") + decidingWord(*deciding);
    }
    const auto number = [&](const char* name) { return std::to_string(said->at(name).to_number<std::uint64_t>()); };
    return print(*said,
                 "drawn again with the same result: " + number("sites") + " sites, " + number("teams") + " teams, " +
                     number("excluded") + " excluded" +
                     (said->at("late").to_number<std::uint64_t>() == 0
                          ? std::string()
                          : ", " + number("late") + " of them after the commitment") +
                     "\nthat the two lines are signed and logged is asked by their " + "fingerprints:\n" +
                     textOr(*said, "committed") + "\n" + textOr(*said, "revealed") + decided,
                 options.json);
}

}  // namespace

void addDraw(CLI::App& app, int& exit) {
    auto* draw = app.add_subcommand("draw", "Random draws of sites and inspectors, and drawing them again");
    draw->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto* committing = draw->add_subcommand("commit", "Freeze a pool by its hash; prints the draw's id");
    addHome(*committing, *options);
    committing->add_option("--region", options->region, "Region code")->required();
    committing->add_option("--title", options->title, "What the draw is for")->required();
    committing->add_option("--ratio", options->ratios, "STRATUM=PARTS OF A THOUSAND; one a stratum")->required();
    committing->add_option("--pool", options->pool, "File (DRAW.md); all sites of the region by risk grade without it");
    committing->add_option("--team", options->team, "How many go together, 1 or 2")->capture_default_str();
    committing->add_option("--exclude", options->excluded,
                           "ID=REASON of a site or person of the pool; may be given again");
    auto* plan = committing->add_option("--plan", options->plan, "Id of the published plan that it is of");
    auto* batch = committing->add_option("--batch", options->batch, "The plan's batch, whose strata it has");
    plan->needs(batch);
    batch->needs(plan);
    committing->callback([options, &exit] { exit = commit(*options); });

    auto* revealing = draw->add_subcommand("reveal", "Draw, by the checkpoint that decides it");
    addHome(*revealing, *options);
    revealing->add_option("DRAW", options->draw, "The draw's id")->required();
    revealing->add_option(
        "--exclude", options->excluded,
        "ID=DAY=REASON of a site or person, for a reason that arose after the commitment; may be given again");
    revealing->callback([options, &exit] { exit = reveal(*options); });

    auto* assigning = draw->add_subcommand("assign", "Assign the tasks of a draw, one a site, to the teams drawn");
    addHome(*assigning, *options);
    assigning->add_option("DRAW", options->draw, "The draw's id")->required();
    assigning->add_option("--checklist", options->checklist, "Id of the checklist");
    assigning->add_option("--programme", options->programme, "Id of the programme, where its checklists are left open");
    assigning->add_option("--due", options->due, "The last day, like 2026-12-05")->required();
    assigning->add_option("--kind", options->kind, "routine, individual or special")->capture_default_str();
    assigning->add_option("--asked", options->asked, "When the teams were asked for interests; today without it");
    assigning->add_option("--instructions", options->instructions, "What goes along");
    assigning->callback([options, &exit] { exit = assign(*options); });

    auto* exporting = draw->add_subcommand("export", "Write the file by which anybody draws again");
    addHome(*exporting, *options);
    exporting->add_option("DRAW", options->draw, "The draw's id")->required();
    exporting->add_option("-o,--out", options->out, "File")->required();
    exporting->callback([options, &exit] { exit = writeFile(*options); });

    auto* verifying = draw->add_subcommand("verify", "Draw again from a file, and compare");
    addJson(*verifying, options->json);
    verifying->add_option("--home", options->home,
                          "A home that follows the log: proves what decided, as far as it can");
    verifying->add_option("--person", options->person, "Whose, where several have a vault there");
    verifying->add_option("FILE", options->file, "What plumb draw export wrote")->required();
    verifying->callback([options, &exit] { exit = verify(*options); });
}

}  // namespace plumb::cli
