// Searching inspections. Sites and checklists are few beside the records that name them: which of them hold a word is
// found out first, and then one pass over the list asks of each record whether it is of one of those, or holds the word
// itself. That pass reads one narrow table, whatever the words are; an index of trigrams would answer rare words
// sooner, but not the frequent ones, short ones and those of two characters, and would double the tables and the time
// to fold.
#include <unordered_set>

#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/keys.h"
#include "shared/store/derived/row_scan.h"
#include "shared/store/derived/words.h"

namespace plumb::store {
namespace {

// A fingerprint is shown in groups of so many digits, and worth looking for from one group on; an id from its first
// group on.
constexpr std::size_t kGroup = 4, kIdBegin = 8;
// Records that one begin of a fingerprint or an id may stand for.
constexpr std::size_t kMostOfBegin = 1000;

struct Word {
    std::string text;
    bool alone = false;  // a number in the log or a fingerprint: stands for those records and nothing else
    std::vector<std::string> ids;
    std::vector<bool> sites, documents;          // by key
    std::unordered_set<std::int64_t> records{};  // keys
};

// "a1b2 c3d4 …", as fingerprints are shown, is one word where a line has that fingerprint.
void joinFingerprints(const TabletStore& store, std::vector<Word>& words) {
    const auto isGroup = [](const Word& word) { return word.text.size() == kGroup && isHex(word.text); };
    for (std::size_t from = 0; from < words.size(); ++from) {
        std::size_t to = from;
        std::string joined;
        for (; to < words.size() && isGroup(words[to]); ++to) joined += words[to].text;
        if (to - from < 2) continue;
        auto ids = store.idsByFingerprint(joined, kMostOfBegin);
        if (ids.empty()) continue;
        words[from] = {joined, true, std::move(ids), {}, {}};
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                    words.begin() + static_cast<std::ptrdiff_t>(to));
    }
}

void askStore(const TabletStore& store, Word& word) {
    if (word.alone) return;
    const std::string_view text = word.text;
    if (text.size() > 1 && text.size() < 18 && text[0] == '#' &&
        std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; })) {
        const auto number = std::stoull(word.text.substr(1));
        word.alone = true;
        if (number > 0) word.ids = store.idsByPlace(number - 1);
        return;
    }
    if (text.size() >= kGroup && isHex(text)) word.ids = store.idsByFingerprint(text, kMostOfBegin);
    if (text.size() < kIdBegin) return;
    for (auto& id : store.idsByIdPrefix(text, kMostOfBegin)) word.ids.push_back(std::move(id));
}

void mark(std::vector<bool>& keys, std::int64_t key) {
    const auto at = static_cast<std::size_t>(key);
    if (keys.size() <= at) keys.resize(at + 1);
    keys[at] = true;
}

bool isMarked(const std::vector<bool>& keys, std::int64_t key) {
    return static_cast<std::size_t>(key) < keys.size() && keys[static_cast<std::size_t>(key)];
}

std::string_view textOf(const SQLite::Column& column) {
    const char* text = column.getText();
    return {text, static_cast<std::size_t>(column.getBytes())};
}

void markSites(Database& tables, std::vector<Word>& words) {
    std::vector<Word*> asked;
    for (auto& word : words) {
        if (!word.alone) asked.push_back(&word);
    }
    if (asked.empty()) return;
    std::vector<std::vector<bool>*> held;
    scan(
        tables, "SELECT key FROM site WHERE wanted(?1, name, id, code, region)",
        [&](const ScannedRow& row) {
            held.clear();
            for (auto* word : asked) {
                if (nameHolds(row.text(0), word->text) || textHolds(row.text(1), word->text) ||
                    textHolds(row.text(2), word->text) || textHolds(row.text(3), word->text))
                    held.push_back(&word->sites);
            }
            return !held.empty();
        },
        [&](std::int64_t key) {
            for (auto* sites : held) mark(*sites, key);
        });
}

void markDocuments(Database& tables, std::vector<Word>& words) {
    const auto get = tables.kept(
        "SELECT document.key, document.id, COALESCE(title_zh, ''), COALESCE(title_en, '') FROM document LEFT JOIN "
        "publication USING(sha256)");
    while (get->executeStep()) {
        for (auto& word : words) {
            if (word.alone) continue;
            for (int column = 1; column <= 3; ++column) {
                if (nameHolds(textOf(get->getColumn(column)), word.text))
                    mark(word.documents, get->getColumn(0).getInt64());
            }
        }
    }
}

void findRecords(Database& tables, Word& word) {
    for (const auto& id : word.ids) {
        const auto get = tables.kept("SELECT key FROM inspection WHERE id = ?");
        bindId(*get, 1, id);
        if (get->executeStep()) word.records.insert(get->getColumn(0).getInt64());
    }
}

bool listedHolds(const ScannedRow& row, const Word& word) {
    if (word.records.contains(row.number(0))) return true;
    if (word.alone) return false;
    return isMarked(word.sites, row.number(1)) || isMarked(word.documents, row.number(2)) ||
           holds(row.text(3), word.text);
}

}  // namespace

DerivedTables::Found DerivedTables::find(const TabletStore& store, std::string_view query, std::size_t offset,
                                         std::size_t limit) const {
    std::vector<Word> words;
    for (auto& text : wordsOf(query)) words.push_back({std::move(text), false, {}, {}, {}});
    joinFingerprints(store, words);
    for (auto& word : words) askStore(store, word);

    const std::lock_guard guard(m_mutex);
    markSites(*m_tables, words);
    markDocuments(*m_tables, words);
    for (auto& word : words) findRecords(*m_tables, word);
    Found out;
    out.complete = m_complete;
    std::vector<std::int64_t> keys;
    scan(
        *m_tables,
        "SELECT inspection FROM listed WHERE test = 0 AND wanted(?1, inspection, site, document, text) ORDER BY rank "
        "DESC",
        [&](const ScannedRow& row) {
            return std::ranges::all_of(words, [&](const Word& word) { return listedHolds(row, word); });
        },
        [&](std::int64_t inspection) {
            if (out.total >= offset && keys.size() < limit) keys.push_back(inspection);
            ++out.total;
        });
    for (const auto key : keys) {
        const auto get = m_tables->kept("SELECT id FROM inspection WHERE key = ?");
        get->bind(1, key);
        if (get->executeStep()) out.ids.push_back(idOf(get->getColumn(0)));
    }
    return out;
}

}  // namespace plumb::store
