#include "shared/checklist/load/document_loader.h"

#include <algorithm>
#include <numeric>

#include "shared/checklist/model/attachments.h"

namespace plumb::checklist {

void DocumentLoader::read(const json::value& value) {
    ObjectReader document(value, "", m_context);
    if (!document.isObject()) return;
    if (const auto* format = document.member("format"); format && (!format->is_int64() || format->get_int64() != 1)) {
        document.problem("format", "must be 1: this program reads no other");
    }
    readLanguages(document);
    m_out.id = document.identifier("id", false);
    m_out.version = document.text("version", ObjectReader::needed);
    m_out.kind = document.identifier("kind", true);
    m_out.signers = readSigners(document);
    m_out.title = document.local("title", ObjectReader::needed);
    m_out.about = document.local("about", ObjectReader::optional);
    m_out.programmes = readTexts(document, "programmes");
    m_out.sectors = readTexts(document, "sectors");
    readAttachments(document);
    // Cascading lists may have a name once in each branch.
    m_allowChoiceDuplicates = document.flag("allow_choice_duplicates", false);
    readLists(document);
    readFacts(document);
    readLevels(document);
    readScoring(document);
    readSections(document);
    readGrades(document);
    m_out.questions.shrink_to_fit();

    m_out.indexNames();
    m_asksForForm = m_asksForForm || asksForForm(m_out);
    for (const auto& resolve : m_later) resolve();
    resolveWorth();
    checkTotals();
    if (m_asksForForm && m_context.problems.empty()) readForm();
    // A file that is needed and not named would be an empty list on every tablet. Documents from before the member
    // name none.
    if (!m_find || m_out.attachments.empty() || !m_context.problems.empty()) return;
    for (const auto& [name, by] : namedFiles(m_out)) {
        if (!m_out.attachments.contains(name))
            m_context.add("attachments", "must name " + name + ", which " + by + " needs");
    }
}

// Enforcement is by two officers; every other kind by one, unless the document says otherwise.
int DocumentLoader::readSigners(ObjectReader& document) {
    const int said = document.count("signers", m_out.kind == "enforcement" ? 2 : 1, 2);
    if (said == 0) document.problem("signers", "must be 1 or 2");
    return said;
}

void DocumentLoader::readLanguages(ObjectReader& document) {
    if (const auto* languages = document.array("languages", ObjectReader::needed)) {
        for (const auto& language : *languages) {
            if (language.is_string() && !language.get_string().empty())
                m_context.languages.emplace_back(language.get_string());
        }
        if (m_context.languages.size() != languages->size())
            document.problem("languages", "must hold texts such as \"zh\", \"en\"");
    }
    if (m_context.languages.empty()) m_context.languages = {"zh", "en"};
    m_out.languages = m_context.languages;
}

std::vector<std::string> DocumentLoader::readTexts(ObjectReader& owner, std::string_view member) {
    std::vector<std::string> out;
    const auto* texts = owner.array(member, ObjectReader::optional);
    if (!texts) return out;
    for (const auto& text : *texts) {
        if (text.is_string() && !text.get_string().empty()) out.emplace_back(text.get_string());
    }
    if (out.size() != texts->size()) owner.problem(member, "must hold texts, none of them empty");
    return out;
}

// The document names its files by hash: whoever holds its own hash holds them all to what was published.
void DocumentLoader::readAttachments(ObjectReader& document) {
    const auto* value = document.member("attachments");
    if (!value) return;
    if (!value->is_object()) {
        document.problem("attachments", "must be an object: a file's name, and the SHA-256 of its content");
        return;
    }
    for (const auto& entry : value->get_object()) {
        const std::string name(entry.key()), path = "attachments." + name;
        const auto hash = entry.value().is_string() ? Sha256::fromHex(std::string_view(entry.value().get_string()))
                                                    : Result<Sha256>(fail(ErrorKind::malformed, "bad_hash", ""));
        if (!isAttachmentName(name)) {
            m_context.add(path, "must be a file's name without a folder, of at most " +
                                    std::to_string(kMaxAttachmentName) + " bytes");
        } else if (!hash) {
            m_context.add(path, "must be the lower-case hexadecimal SHA-256 of the file's content");
        } else if (m_out.attachments.size() >= kMostAttachments) {
            m_context.add(path, "a document has at most " + std::to_string(kMostAttachments) + " attached files");
            return;
        } else {
            m_out.attachments.emplace(name, *hash);
            if (!m_find) continue;
            if (auto where = m_find(name, *hash)) {
                m_files.emplace(name, std::move(*where));
            } else {
                m_context.add(path, "the file is not here");
            }
        }
    }
}

bool DocumentLoader::claim(Names& names, const std::string& name, const ObjectReader& owner, std::string_view member) {
    if (name.empty()) return true;
    const auto [where, fresh] = names.try_emplace(name, owner.path());
    if (!fresh)
        m_context.add(owner.pathOf(member),
                      "\"" + name + "\" is taken by " + where->second + "." + std::string(member));
    return fresh;
}

void DocumentLoader::readSections(ObjectReader& document) {
    const auto* sections = document.array("sections", ObjectReader::needed);
    if (!sections) return;
    // Items are large: they should not move while their list grows.
    std::size_t items = 0;
    for (const auto& section : *sections) {
        const auto* list = section.is_object() ? section.get_object().if_contains("items") : nullptr;
        if (list && list->is_array()) items += list->get_array().size();
    }
    m_out.items.reserve(items);
    m_out.questions.reserve(2 * items);
    for (std::size_t i = 0; i < sections->size(); ++i)
        readSection((*sections)[i], "sections[" + std::to_string(i) + "]", std::nullopt);
}

void DocumentLoader::readSection(const json::value& value, const std::string& path, std::optional<std::size_t> parent) {
    ObjectReader section(value, path, m_context);
    if (!section.isObject()) return;
    const std::size_t index = m_out.sections.size();
    m_sectionPaths.push_back(path);
    Section& read = m_out.sections.emplace_back();
    read.id = section.identifier("id", false);
    claim(m_sectionNames, read.id, section, "id");
    read.title = section.local("title", ObjectReader::needed);
    read.parent = parent;
    read.depth = parent ? m_out.sections[*parent].depth + 1 : 0;
    read.weight = section.decimals("weight", kWeightDecimals, 1, kWhole);
    read.keyFloor = section.thousandths("keyFloor", ObjectReader::optional, 0, 100 * kPoint);
    read.applies = readFactTests(section, "applies");
    read.bare = section.flag("bare", false);
    if (read.bare && (section.has("relevant") || !read.applies.empty()))
        section.problem("bare", "a section that is no group has no condition");
    const std::size_t depth = read.depth;
    compileLater(section, "relevant", Where::score,
                 [this, index](Expression e) { m_out.sections[index].relevant = std::move(e); });
    const auto* inner = section.array("sections", ObjectReader::optional);
    if (const auto* items = section.array("items", inner ? ObjectReader::optional : ObjectReader::needed)) {
        for (std::size_t i = 0; i < items->size(); ++i)
            readItem((*items)[i], section.pathOf("items") + "[" + std::to_string(i) + "]", index);
    }
    if (!inner) return;
    if (depth + 1 >= kMostDepth) {
        section.problem("sections", "sections lie at most " + std::to_string(kMostDepth) + " deep");
        return;
    }
    for (std::size_t i = 0; i < inner->size(); ++i)
        readSection((*inner)[i], section.pathOf("sections") + "[" + std::to_string(i) + "]", index);
}

void DocumentLoader::checkTotals() {
    const Points total = std::accumulate(m_out.items.begin(), m_out.items.end(), Points{0},
                                         [](Points sum, const Item& item) { return sum + item.worth; });
    if (total > kMaxPoints)
        m_context.add("sections", "the items are worth more than " + pointsText(kMaxPoints) + " points together");
    if (m_out.scoring.full && total == 0)
        m_context.add("scoring.full", "no item is worth any points that could be brought to this total");
}

}  // namespace plumb::checklist
