// The public bulletin (检查结果公示): what was published of inspections, by programme, for anybody. What is told of
// each is records::publicEntry's to say and nobody else's; here it is found, the names that must not be told are
// gathered, and the proof is added: that the log holds the very line, without the bytes that name its author's key
// (crypto/partial_hash.h; PROTOCOL.md, "The bulletin"). For the thread of the reader.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/checklist/model/local_text.h"
#include "shared/records/publication/public_entry.h"
#include "sync-server/auth/trust.h"
#include "sync-server/log/head.h"
#include "sync-server/papers/room.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct BulletinSources {
    StoreReader& reader;
    HeadPtr head;
    const LogSigner& signer;
    const Trust& trust;
    PaperRoom& room;
};

struct ProgrammeName {
    std::string id;
    checklist::LocalText title;
};

struct BulletinEntry {
    records::PublicEntry says;
    checklist::LocalText checklist;  // its title
    checklist::LocalText grade;      // as the checklist calls it; empty where its document is not there
    std::string fingerprint;         // of the newest line, as papers show it
    std::uint64_t index = 0;         // of that
};

struct BulletinPage {
    ProgrammeName programme;
    std::vector<BulletinEntry> entries;  // the one that was published first last comes first
    std::optional<std::uint64_t> next;   // `before` of the next page
};

inline constexpr std::size_t kBulletinPage = 50, kMostProgrammes = 200;

// Of which something was ever published, in the order of their ids, from behind `after`.
std::vector<ProgrammeName> bulletinProgrammes(std::string_view after, const BulletinSources& sources);
// notFound "programme_unknown" where nothing was ever published of it.
Result<BulletinPage> bulletinOf(std::string_view programme, std::uint64_t before, const BulletinSources& sources);

struct ProvedEntry {
    ProgrammeName programme;
    BulletinEntry entry;
    json::object proof;  // empty where the line is not shown
};
// notFound "publication_unknown".
Result<ProvedEntry> bulletinEntry(std::string_view inspection, const BulletinSources& sources);

json::object toJson(const ProgrammeName& programme);
json::object toJson(const BulletinEntry& entry);

}  // namespace plumb::server
