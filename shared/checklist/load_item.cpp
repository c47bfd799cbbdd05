#include "shared/checklist/document_loader.h"

namespace plumb::checklist {

void DocumentLoader::readItem(const json::value& value, const std::string& path, std::size_t section) {
    ObjectReader item(value, path, m_context);
    if (!item.isObject()) return;
    const std::size_t index = m_out.items.size();
    m_out.items.emplace_back();
    m_out.sections[section].items.push_back(index);
    Item read;
    read.section = section;
    read.id = item.identifier("id", false);
    claim(m_itemNames, read.id, item.pathOf("id"));
    read.no = item.text("no", ObjectReader::optional);
    if (read.no.empty()) read.no = read.id;
    read.text = item.local("text", ObjectReader::needed);
    read.guidance = item.local("guidance", ObjectReader::optional);
    read.key = item.flag("key", false);
    read.veto = item.flag("veto", false);
    read.advisory = item.flag("advisory", false);
    read.points =
        item.thousandths("points", read.advisory ? ObjectReader::optional : ObjectReader::needed, 0, kMaxPoints)
            .value_or(0);
    if (read.advisory && (read.points > 0 || read.key || read.veto)) {
        item.problem("advisory", "an advisory item has no points and is neither key nor veto");
    }
    const auto na = item.oneOf("na", kNaNames, ObjectReader::optional);
    read.na = na ? static_cast<NaPolicy>(*na) : m_na;
    readStandards(item, read);
    readEvidence(item, read);
    m_out.items[index] = std::move(read);

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
        out.standards.push_back(std::move(read));
    }
}

void DocumentLoader::readEvidence(ObjectReader& item, Item& out) {
    const auto* value = item.member("evidence");
    if (!value) return;
    constexpr int kMostPhotos = 50;
    ObjectReader evidence(*value, item.pathOf("evidence"), m_context);
    out.evidence.photos = evidence.count("photos", 0, kMostPhotos);
    out.evidence.photosWhenFailed = evidence.count("photosWhenFailed", 0, kMostPhotos);
    out.evidence.noteWhenFailed = evidence.flag("noteWhenFailed", false);
}

void DocumentLoader::readFinding(ObjectReader& item, std::size_t index) {
    const auto* value = item.member("finding");
    if (!value) return;
    constexpr int kMostDays = 3650;
    ObjectReader finding(*value, item.pathOf("finding"), m_context);
    FindingTemplate read;
    const auto severity = finding.oneOf("severity", {"minor", "major", "critical"}, ObjectReader::needed);
    read.severity = static_cast<Severity>(severity.value_or(0));
    read.days = finding.count("days", 0, kMostDays);
    if (!finding.has("days")) finding.problem("days", "must say how many days there are to rectify; 0 is on the spot");
    m_out.items[index].finding = std::move(read);
    if (!finding.has("text")) finding.problem("text", "must be text in the document's languages; it is missing");
    templateLater(finding, "text",
                  [this, index](Template text) { m_out.items[index].finding->text = std::move(text); });
}

}  // namespace plumb::checklist
