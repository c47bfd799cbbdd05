// Carries a precompiled header for other targets and does nothing else.
int main() {
    return 0;
}
