# Times R's glm on the data that desist bench speed wrote, and holds the coefficients against its.
folder <- commandArgs(trailingOnly = TRUE)[1]
treated <- readBin(file.path(folder, "treated.bin"), "integer", 1e7, size = 1)
n <- length(treated)
size <- file.size(file.path(folder, "covariates.bin")) / 8
x <- matrix(readBin(file.path(folder, "covariates.bin"), "double", size, endian = "big"), nrow = n)
colnames(x) <- paste0("x", seq_len(ncol(x)))
units <- data.frame(treated, x)
own <- read.csv(file.path(folder, "coefficients.csv"))

# After the median: processor seconds of the process itself, in user and system mode.
time <- function(name, work) {
  runs <- sapply(1:4, function(i) {
    gc()
    spent <- system.time(fit <<- work())
    c(spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]])
  })
  timed <- runs[, -1]
  data.frame(what = name, first = runs[1, 1], median = median(timed[1, ]),
             processor = median(timed[2, ]))
}
rows <- time("R glm", function() glm(treated ~ ., family = binomial, data = units))
cat(sprintf("R %s: largest difference of a coefficient from R's glm %.1e\n",
            getRversion(), max(abs(coef(fit) - own$estimate))))
design <- cbind(1, x)
rows <- rbind(rows, time("R glm.fit, matrix given",
                         function() glm.fit(design, treated, family = binomial())))
write.csv(rows, file.path(folder, "r.csv"), row.names = FALSE)
