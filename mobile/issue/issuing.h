// Issuing a paper from the tablet, as `plumb issue` does it: made of this store's lines, signed by this person's
// document key (made and kept here, certified by the server's authority, which is asked where the kept one is not good
// any more), and named by a record of hers. The office that heads it is the server's word. Blocking, over the network.
#pragma once

#include "mobile/papers/make_paper.h"

namespace plumb::mobile {

struct IssueAsk {
    std::string record, paper, language;
};

// On the vault thread, before: whoever is signed in, and the store that signs. "wrong_pin", "pin_wait".
Result<PaperPlace> placeToIssue(LocalStore& store, const QString& pin);
struct IssuedPaper {
    QString record;  // that names the paper
    QString office;  // which heads it
};
// On any other thread, over a connection of its own. Refused as
// papers::sealPaper(), sync::documentKey() and the network do.
Result<IssuedPaper> issueFrom(const PaperPlace& place, const IssueAsk& ask);

}  // namespace plumb::mobile
