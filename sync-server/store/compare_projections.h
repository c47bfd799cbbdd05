// What differs between the projections of a log's database and those that were made anew beside it, table by table. And
// whether the database's own structure is sound. Opens both files by itself; nobody else may write to them meanwhile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace plumb::server {

struct TableDifference {
    std::string table;
    std::uint64_t missing = 0;  // rows that follow from the lines and do not stand in the log's table
    std::uint64_t odd = 0;      // rows that stand there and do not follow
    std::string first;          // the first of them, by its leading column
};

std::vector<TableDifference> compareProjections(const std::filesystem::path& log, const std::filesystem::path& anew);

// What SQLite says of the file; empty where it is sound.
std::vector<std::string> structuralFaults(const std::filesystem::path& log);

}  // namespace plumb::server
