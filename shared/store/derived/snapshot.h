// The sealed image of the derived tables: FOLDER/derived/<name>.sealed, so that unlocking does not fold every line
// again.
//
// It is a cache and nothing else: what it says was folded from lines that the store holds. Which image is the store's
// own, and how far it was folded, stands in a sealed setting of the store itself, written in a transaction after the
// image is on disk. So an image of another vault (another key), of another time (the store was put back, or the image
// was), of another form of the tables, one that was damaged or cut short, and one that was written before a crash and
// never named, are all not the one that the store names; they are removed, and the tables are made from the lines.
//
// Blocking. Several processes may do this at once: a lock on the folder keeps them apart.
#pragma once

#include <memory>
#include <optional>

#include "shared/store/database.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct Snapshot {
    std::unique_ptr<Database> tables;
    TabletStore::Position position;
};

// None: there is none that holds.
std::optional<Snapshot> openSnapshot(TabletStore& store);
// Durable when it returns. full where the disk is, with the one before still there.
Result<void> keepSnapshot(TabletStore& store, const Bytes& image, const TabletStore::Position& position);

// Overwrites what was personal before its memory is given back.
void wipe(Bytes& bytes);

}  // namespace plumb::store
