// Papers of a record that lies in this tablet's store, made here with no network. Blocking: on the vault thread.
#pragma once

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
// The office is remembered for the next paper.
Result<MadePaper> makePaper(LocalStore& store, const PaperAsk& ask);
// Writes the paper into a folder, under its title, beside what lies there under that name; gives the path. refused
// "no_folder" where it is none; the disk's errors.
Result<std::string> savePaper(const MadePaper& paper, const std::string& folder);

}  // namespace plumb::mobile
