print("kamsh")
