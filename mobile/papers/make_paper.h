// Papers of a record that lies in this tablet's store, made here with no network. What there is to print is read on the
// vault thread; a paper is made on a thread of the pool, over a connection of its own, since one of forty photos takes
// seconds, and a draft's next answer waits for none of it. Blocking.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "mobile/store/local_store.h"
#include "shared/papers/issued_paper.h"

namespace plumb::mobile {

// A paper as it is shown, printed and saved: always these bytes. Immutable; any thread.
struct MadePaper {
    std::shared_ptr<const std::string> content;
    std::string title;  // "现场检查记录 620321-2026-K7M2QX-42"
    int pages = 0;
    std::string unknown;  // characters that no font here has
    papers::PrintedPaper::As as = papers::PrintedPaper::As::made;
    std::string issuedNumber = {};  // where it was issued before: as the paper has it
    Instant issuedAt = {};
};

// What there is to print of a record, and which office heads it when nobody says otherwise.
struct PapersInfo {
    std::vector<std::string> papers;
    std::string office;
};

struct PaperAsk {
    std::string record;
    std::vector<std::string> papers;  // empty: all, bound as one
    std::string language, office;
    bool draft = false;  // `record` is a draft that nobody has signed
};

// notFound "no_record", "no_paper" where there is none.
Result<PapersInfo> readPapers(LocalStore& store, const std::string& record);
// Of a draft of an inspection.
Result<PapersInfo> readDraftPapers(LocalStore& store);
// Whose store a paper is made from.
struct PaperPlace {
    std::filesystem::path folder;
    crypto::DataKey key;
    Clock clock;
};
// On the vault thread: what was asked of it before is on disk by then. The office is remembered for the next paper.
Result<PaperPlace> paperPlace(LocalStore& store, const std::string& office);
// On any other thread; of a record as one state of the store shows it, whatever is written meanwhile.
Result<MadePaper> makePaper(const PaperPlace& place, const PaperAsk& ask);
// Writes the paper into a folder, under its title, beside what lies there under that name; gives the path. refused
// "no_folder" where it is none; the disk's errors.
Result<std::string> savePaper(const MadePaper& paper, const std::string& folder);

}  // namespace plumb::mobile
