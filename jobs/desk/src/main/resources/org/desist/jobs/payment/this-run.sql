select snapshot, method from published.run
