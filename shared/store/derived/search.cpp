// Searching inspections. Sites and checklists are few beside the records that name them: which of them hold a word is
// found out first, and then one pass over the list asks of each record whether it is of one of those, or holds the word
// itself. That pass reads one narrow table, whatever the words are; an index of trigrams would answer rare words
// sooner, but not the frequent ones, short ones and those of two characters, and would double the tables and the time
// to fold.
#include <sqlite3.h>

#include <memory>
#include <unordered_set>

#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/keys.h"
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
    const auto get = tables.kept("SELECT key, id, name, code, region FROM site");
    while (get->executeStep()) {
        records::Site site;
        site.id = get->getColumn(1).getString();
        site.name = get->getColumn(2).getString();
        site.code = get->getColumn(3).getString();
        site.region = get->getColumn(4).getString();
        for (auto& word : words) {
            if (!word.alone && siteHolds(site, word.text)) mark(word.sites, get->getColumn(0).getInt64());
        }
    }
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

struct ListedRow {
    std::int64_t inspection, site, document;
    std::string_view text;

    [[nodiscard]] bool holds(const Word& word) const {
        if (word.records.contains(inspection)) return true;
        if (word.alone) return false;
        return isMarked(word.sites, site) || isMarked(word.documents, document) || store::holds(text, word.text);
    }
};

// Every row of the list, the newest first. SQLite's own calls: the wrapper makes an object of each column, four for
// each of the hundred thousand rows.
template <class Take>
void eachListed(SQLite::Database& tables, Take&& take) {
    constexpr std::string_view kSql = "SELECT inspection, site, document, text FROM listed ORDER BY rank DESC";
    sqlite3_stmt* made = nullptr;
    const int bad = sqlite3_prepare_v2(tables.getHandle(), kSql.data(), static_cast<int>(kSql.size()), &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> list(made, &sqlite3_finalize);
    if (bad != SQLITE_OK) throw SQLite::Exception(tables.getHandle(), bad);
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(made)) == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(made, 3));
        take(ListedRow{sqlite3_column_int64(made, 0),
                       sqlite3_column_int64(made, 1),
                       sqlite3_column_int64(made, 2),
                       {text != nullptr ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(made, 3))}});
    }
    if (step != SQLITE_DONE) throw SQLite::Exception(tables.getHandle(), step);
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
    eachListed(m_tables->sql(), [&](const ListedRow& row) {
        if (!std::ranges::all_of(words, [&](const Word& word) { return row.holds(word); })) return;
        if (out.total >= offset && keys.size() < limit) keys.push_back(row.inspection);
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
