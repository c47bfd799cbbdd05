#include <array>

#include "shared/checklist/document_loader.h"
#include "shared/checklist/nearest.h"

namespace plumb::checklist {
namespace {

constexpr std::array kMetrics{
    std::pair{std::string_view("points"), Metric::points},
    std::pair{std::string_view("percent"), Metric::percent},
    std::pair{std::string_view("failed"), Metric::failed},
    std::pair{std::string_view("part"), Metric::part},
    std::pair{std::string_view("majorFailed"), Metric::majorFailed},
    std::pair{std::string_view("keyFailed"), Metric::keyFailed},
    std::pair{std::string_view("vetoes"), Metric::vetoes},
};
constexpr int kMostItems = 100'000;

}  // namespace

void DocumentLoader::readScoring(ObjectReader& document) {
    const auto* value = document.member("scoring");
    if (!value) return;
    ObjectReader scoring(*value, "scoring", m_context);
    m_out.scoring.full = scoring.thousandths("full", ObjectReader::optional, 1, kMaxPoints);
    if (const auto na = scoring.oneOf("na", kNaNames, ObjectReader::optional)) m_na = static_cast<NaPolicy>(*na);
    const std::string veto = scoring.text("veto", ObjectReader::optional);
    if (veto.empty()) return;
    m_later.push_back([this, veto] {
        for (std::size_t i = 0; i < m_out.grades.size(); ++i) {
            if (m_out.grades[i].id == veto) m_out.scoring.veto = i;
        }
        std::vector<std::string_view> known;
        for (const auto& grade : m_out.grades) known.push_back(grade.id);
        if (!m_out.scoring.veto)
            m_context.add("scoring.veto", "there is no grade \"" + veto.substr(0, 80) + "\"" + didYouMean(veto, known));
    });
}

void DocumentLoader::readGrades(ObjectReader& document) {
    const auto* grades = document.array("grades", ObjectReader::needed);
    if (!grades || grades->empty()) return;
    for (std::size_t i = 0; i < grades->size(); ++i) readGrade((*grades)[i], "grades[" + std::to_string(i) + "]");
    if (!m_out.grades.empty() && !m_out.grades.back().anyOf.empty()) {
        m_context.add("grades[" + std::to_string(grades->size() - 1) + "].when",
                      "the last grade must have no condition, so that there always is one");
    }
    m_later.push_back([this] {
        bool hasVeto = false;
        for (const auto& item : m_out.items) hasVeto |= item.veto;
        if (hasVeto && !m_out.scoring.veto)
            m_context.add("scoring.veto", "must name the grade that a failed veto item gives");
    });
}

void DocumentLoader::readGrade(const json::value& value, const std::string& path) {
    ObjectReader grade(value, path, m_context);
    Grade read;
    read.id = grade.identifier("id", true);
    claim(m_gradeNames, read.id, grade.pathOf("id"));
    read.label = grade.local("label", ObjectReader::needed);
    read.advice = grade.local("advice", ObjectReader::optional);
    if (const auto tone = grade.oneOf("tone", kVerdictNames, ObjectReader::needed)) read.tone = verdictAt(*tone);
    if (const auto* when = grade.array("when", ObjectReader::optional)) {
        for (std::size_t i = 0; i < when->size(); ++i) {
            read.anyOf.push_back(readAlternative((*when)[i], grade.pathOf("when") + "[" + std::to_string(i) + "]"));
        }
        if (when->empty()) grade.problem("when", "must hold at least one alternative; leave it out for \"always\"");
    }
    m_out.grades.push_back(std::move(read));
}

std::vector<GradeTest> DocumentLoader::readAlternative(const json::value& value, const std::string& path) {
    ObjectReader alternative(value, path, m_context);
    std::vector<GradeTest> out;
    for (const auto& [name, metric] : kMetrics) {
        const auto* test = alternative.member(name);
        if (!test) continue;
        ObjectReader range(*test, alternative.pathOf(name), m_context);
        GradeTest read{metric, std::nullopt, std::nullopt, std::nullopt};
        if (metric == Metric::points || metric == Metric::percent) {
            const Points most = metric == Metric::points ? kMaxPoints : 100 * kPoint;
            read.min = range.thousandths("min", ObjectReader::optional, 0, most);
            read.max = range.thousandths("max", ObjectReader::optional, 0, most);
        } else {
            if (range.has("min")) read.min = range.count("min", 0, kMostItems);
            if (range.has("max")) read.max = range.count("max", 0, kMostItems);
        }
        if (range.isObject() && !range.has("min") && !range.has("max"))
            alternative.problem(name, "must have min, max or both");
        out.push_back(read);
    }
    if (const auto* sections = alternative.member("sections"))
        readSectionTests(*sections, alternative.pathOf("sections"), out);
    if (alternative.isObject() && out.empty())
        m_context.add(path,
                      "must test something: points, percent, failed, part, majorFailed, keyFailed, vetoes or sections");
    return out;
}

void DocumentLoader::readSectionTests(const json::value& value, const std::string& path, std::vector<GradeTest>& out) {
    if (!value.is_object()) {
        m_context.add(path, "must be an object: a section's id, or \"*\" for every section, and the least percentage");
        return;
    }
    for (const auto& entry : value.get_object()) {
        const std::string name(entry.key()), where = path + "." + name;
        ObjectReader range(entry.value(), where, m_context);
        GradeTest read{Metric::sectionPercent, std::nullopt, std::nullopt, std::nullopt};
        read.min = range.thousandths("min", ObjectReader::needed, 0, 100 * kPoint);
        if (name != "*") {
            for (std::size_t i = 0; i < m_out.sections.size(); ++i) {
                if (m_out.sections[i].id == name) read.section = i;
            }
            if (!read.section) m_context.add(where, "there is no section \"" + name.substr(0, 80) + "\"");
        }
        out.push_back(read);
    }
}

}  // namespace plumb::checklist
