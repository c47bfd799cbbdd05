#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {

void DocumentLoader::readItem(const json::value& value, const std::string& path, std::size_t section) {
    ObjectReader item(value, path, m_context);
    if (!item.isObject()) return;
    const std::size_t index = m_out.items.size();
    m_out.items.emplace_back();
    m_itemPaths.push_back(path);
    m_out.sections[section].items.push_back(index);
    Item read;
    read.section = section;
    read.id = item.identifier("id", false);
    claim(m_itemNames, read.id, item, "id");
    read.no = item.text("no", ObjectReader::optional);
    if (read.no.empty()) read.no = read.id;
    read.text = item.local("text", ObjectReader::needed);
    read.guidance = item.local("guidance", ObjectReader::optional);
    read.key = item.flag("key", false);
    read.veto = item.flag("veto", false);
    read.advisory = item.flag("advisory", false);
    read.bare = item.flag("bare", false);
    readScored(item, read);
    readStandards(item, read);
    read.evidence = readEvidence(item, m_evidence);
    m_out.items[index] = std::move(read);

    if (m_out.items[index].bare && (item.has("relevant") || !m_out.items[index].applies.empty()))
        item.problem("bare", "an item that is no group has no condition");
    readFinding(item, index);
    compileLater(item, "relevant", Where::score,
                 [this, index](Expression e) { m_out.items[index].relevant = std::move(e); });
    if (const auto* questions = item.array("questions", ObjectReader::needed)) {
        for (std::size_t i = 0; i < questions->size(); ++i) {
            readQuestion((*questions)[i], item.pathOf("questions") + "[" + std::to_string(i) + "]", index);
        }
    }
    readRule(item, index);
}

// What it is worth, and when it counts.
void DocumentLoader::readScored(ObjectReader& item, Item& out) {
    constexpr Points kOwnScale = 100 * kPoint;
    out.weight = item.decimals("weight", kWeightDecimals, 1, kWhole);
    const auto before = item.oneOf("precondition", {"start", "grade"}, ObjectReader::optional);
    if (before) out.precondition = *before == 0 ? Precondition::start : Precondition::grade;
    const bool free = out.advisory || out.weight || before || m_out.scoring.byVerdict;
    const auto points = item.thousandths("points", free ? ObjectReader::optional : ObjectReader::needed, 0, kMaxPoints);
    out.points = points.value_or(out.weight ? kOwnScale : 0);
    if (m_out.scoring.byVerdict && (points || out.weight))
        item.problem(points ? "points" : "weight", "a checklist that is scored by verdict has no points");
    if (out.advisory && (out.points > 0 || out.key || out.veto || before)) {
        item.problem("advisory", "an advisory item has no points and is neither key nor veto nor a precondition");
    }
    if (const std::string level = item.text("level", ObjectReader::optional); !level.empty()) {
        std::vector<std::string_view> known;
        for (std::size_t i = 0; i < m_out.levels.size(); ++i) {
            known.push_back(m_out.levels[i].id);
            if (m_out.levels[i].id == level) out.level = i;
        }
        if (!out.level)
            item.problem("level", "there is no level \"" + level.substr(0, 80) + "\"" + didYouMean(level, known));
    }
    if (const auto* bonus = item.member("bonus"); bonus && bonus->is_string()) {
        out.bonus = true;
        const std::string_view group = bonus->get_string();
        const auto groups = m_out.scoring.bonus ? m_out.scoring.bonus->groups : std::vector<BonusGroup>();
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (groups[i].id == group) out.bonusGroup = i;
        }
        if (!out.bonusGroup)
            item.problem("bonus", "there is no group \"" + std::string(group.substr(0, 80)) + "\" in scoring.bonus");
    } else {
        out.bonus = item.flag("bonus", false);
    }
    if (out.bonus && (out.key || out.veto || out.advisory || before || out.weight || out.level))
        item.problem(
            "bonus",
            "a bonus item is nothing else: neither key, veto, advisory, weighted, of a level nor a precondition");
    out.failsBelow = item.thousandths("failsBelow", ObjectReader::optional, 1, 100 * kPoint);
    out.applies = readFactTests(item, "applies");
    if (const auto unneeded = item.oneOf("unneeded", {"leaves", "full"}, ObjectReader::optional))
        out.unneededIsFull = *unneeded == 1;
    const auto na = item.oneOf("na", kNaNames, ObjectReader::optional);
    out.na = na ? static_cast<NaPolicy>(*na) : out.bonus ? NaPolicy::forbidden : m_na;
}

void DocumentLoader::readStandards(ObjectReader& item, Item& out) {
    const auto* standards = item.array("standards", ObjectReader::optional);
    if (!standards) return;
    for (std::size_t i = 0; i < standards->size(); ++i) {
        ObjectReader standard((*standards)[i], item.pathOf("standards") + "[" + std::to_string(i) + "]", m_context);
        StandardRef read;
        read.ref = standard.text("ref", ObjectReader::needed);
        read.title = standard.local("title", ObjectReader::optional);
        read.clause = standard.text("clause", ObjectReader::optional);
        const auto force = standard.oneOf("force", {"mandatory", "recommended"}, ObjectReader::needed);
        read.force = force == std::optional<std::size_t>(0) ? Force::mandatory : Force::recommended;
        const auto binding =
            standard.oneOf("binding", {"law", "declared", "contract", "taskbook", "none"}, ObjectReader::optional);
        if (binding) read.binding = static_cast<Binding>(*binding + 1);
        if (binding && read.force == Force::mandatory)
            standard.problem("binding", "a mandatory standard binds everyone");
        out.standards.push_back(std::move(read));
    }
}

Evidence DocumentLoader::readEvidence(ObjectReader& owner, Evidence otherwise) {
    const auto* value = owner.member("evidence");
    if (!value) return otherwise;
    ObjectReader evidence(*value, owner.pathOf("evidence"), m_context);
    Evidence out;
    out.photos = evidence.count("photos", otherwise.photos, kMostPhotosPerItem);
    out.photosWhenFailed = evidence.count("photosWhenFailed", otherwise.photosWhenFailed, kMostPhotosPerItem);
    out.photosWhenDeducted = evidence.count("photosWhenDeducted", otherwise.photosWhenDeducted, kMostPhotosPerItem);
    out.noteWhenFailed = evidence.flag("noteWhenFailed", otherwise.noteWhenFailed);
    out.noteWhenDeducted = evidence.flag("noteWhenDeducted", otherwise.noteWhenDeducted);
    return out;
}

void DocumentLoader::readFinding(ObjectReader& item, std::size_t index) {
    const auto* value = item.member("finding");
    if (!value) return;
    ObjectReader finding(*value, item.pathOf("finding"), m_context);
    FindingTemplate read;
    const auto severity = finding.oneOf("severity", {"minor", "major", "critical"}, ObjectReader::needed);
    read.severity = static_cast<Severity>(severity.value_or(0));
    read.days = finding.count("days", 0, kMostDaysToRectify);
    if (!finding.has("days")) finding.problem("days", "must say how many days there are to rectify; 0 is on the spot");
    m_out.items[index].finding = std::move(read);
    if (!finding.has("text")) finding.problem("text", "must be text in the document's languages; it is missing");
    templateLater(finding, "text",
                  [this, index](Template text) { m_out.items[index].finding->text = std::move(text); });
}

}  // namespace plumb::checklist
