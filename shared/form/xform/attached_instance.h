// Secondary instances: from elements inside a form, and from the files that are attached to it. A CSV file is only
// checked and its columns made known: it is looked up by rows when a form is filled (csv_rows.h).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/definition/definition.h"
#include "shared/form/definition/finish.h"

namespace pugi {
class xml_node;
}

namespace plumb::form {

using AttachedFiles = std::map<std::string, std::string>;  // name → where it is on disk

// The element and all below it, under a root. Texts without the white space around them.
std::shared_ptr<const Tree> treeOf(const pugi::xml_node& element, std::shared_ptr<Names> names);

// A root with nothing in it.
std::shared_ptr<const Tree> emptyTree(std::shared_ptr<Names> names);

// Adds the instance `id` of `source` ("jr://file-csv/NAME.csv", "jr://file/NAME.xml", "….geojson"). A file that is not
// there is a warning and an instance without items; one that cannot be read is a problem.
void attachInstance(Definition& definition, const std::string& id, const std::string& source, const Origin& origin,
                    std::vector<Problem>& problems, std::vector<std::string>& warnings);

// Makes the columns of attached CSV files known by name, so that filling a form adds no name to the shared table.
void knowColumns(Definition& definition);

// A file whole; nothing when it cannot be read or is larger than `limit`.
bool readWhole(const std::string& path, std::size_t limit, std::string& text);

}  // namespace plumb::form
