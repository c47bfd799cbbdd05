#include "sync-server/ingest/candidate.h"

namespace plumb::server {

std::string_view outcomeName(Outcome outcome) {
    switch (outcome) {
        case Outcome::accepted:
            return "accepted";
        case Outcome::known:
            return "known";
        case Outcome::refused:
            return "refused";
    }
    return "";
}

}  // namespace plumb::server
