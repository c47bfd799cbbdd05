#include "shared/records/reference/programme.h"

#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

ProgrammeTarget readTarget(BodyReader& read, const Programme& programme) {
    ProgrammeTarget out;
    out.title = read.localText("title");
    out.unit = read.localTextIf("unit");
    out.atLeast = read.integer("at_least");
    if (out.atLeast < 0) read.fault("at_least", "must not be negative");
    if (read.members().contains("by")) out.by = read.day("by");
    out.source = read.localTextIf("source");
    if (out.source.empty() && programme.source.empty())
        read.fault("source", "must name the document that sets the target, or the programme's own must");
    if (read.members().contains("measure")) {
        (void)read.object("measure", [&](BodyReader& in) {
            out.measure.emplace();
            out.measure->what = in.text("what");
            out.measure->level = in.textIf("level");
            const auto& what = out.measure->what;
            if (what != kMeasureSites && what != kMeasureInspections && what != kMeasureStandards &&
                !out.measure->isRate())
                in.fault("what", "must be sites, inspections, pass_rate, coverage or standards");
            if (out.measure->isRate() && out.atLeast > 100)
                in.fault("what", "is a share of a hundred, and \"at_least\" is more");
        });
    }
    return out;
}

json::object bodyOf(const ProgrammeTarget& target) {
    json::object out{{"title", target.title.toJson()}, {"at_least", target.atLeast}};
    if (!target.unit.empty()) out["unit"] = target.unit.toJson();
    if (target.by) out["by"] = dayText(*target.by);
    if (!target.source.empty()) out["source"] = target.source.toJson();
    if (target.measure) {
        json::object measure{{"what", target.measure->what}};
        if (!target.measure->level.empty()) measure["level"] = target.measure->level;
        out["measure"] = std::move(measure);
    }
    return out;
}

}  // namespace

Result<Programme> readProgramme(const json::object& body) {
    BodyReader read(body);
    Programme out;
    out.id = read.text("id");
    out.title = read.localText("title");
    out.source = read.localTextIf("source");
    out.kind = read.textIf("kind");
    out.sector = read.textIf("sector");
    out.region = read.textIf("region");
    out.checklists = read.textsIf("checklists");
    (void)read.eachIf("targets", [&](BodyReader& in) { out.targets.push_back(readTarget(in, out)); });
    (void)read.objectIf("panel", [&](BodyReader& in) { out.panel = panelRuleFrom(in); });
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Programme& programme) {
    json::object out{{"id", programme.id}, {"title", programme.title.toJson()}};
    if (!programme.source.empty()) out["source"] = programme.source.toJson();
    for (const auto& [name, text] :
         {std::pair{"kind", &programme.kind}, {"sector", &programme.sector}, {"region", &programme.region}}) {
        if (!text->empty()) out[name] = *text;
    }
    if (!programme.checklists.empty())
        out["checklists"] = json::array(programme.checklists.begin(), programme.checklists.end());
    if (programme.panel) out["panel"] = toJson(*programme.panel);
    if (programme.targets.empty()) return out;
    json::array targets;
    for (const auto& one : programme.targets) targets.push_back(bodyOf(one));
    out["targets"] = std::move(targets);
    return out;
}

}  // namespace plumb::records
